using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>What a page of questions is written from: the run, the page, the reader, what was typed and what is wrong with it.</summary>
internal sealed class Sheet(QuestionnaireRun run, PageView page, IStringLocalizer words, Show show)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public QuestionnaireRun Run { get; } = run;

    public PageView Page { get; } = page;

    public Show Show { get; } = show;

    public string Language => Show.Reader.Language;

    /// <summary>Dates are asked by the Iranian calendar.</summary>
    public bool IsJalali => Show.Reader.Calendar == CalendarKind.Jalali;

    /// <summary>What is wrong, by the key of the question.</summary>
    public IReadOnlyList<PageFault> Faults { get; init; } = [];

    /// <summary>What was typed and could not be read, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Questions in the order in which they stand on the page.</summary>
    public IReadOnlyCollection<string> Shown => ids.Keys;

    public string Word(string key) => words[key];

    public string Word(string key, params object[] arguments) => words[key, arguments];

    /// <summary>The id of a question's element, by its key; given in the order in which they are asked for.</summary>
    public string Id(string key)
    {
        if (!ids.TryGetValue(key, out var id))
        {
            id = "q" + (ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            ids.Add(key, id);
        }

        return id;
    }

    public string? FaultOf(string key) => Faults.FirstOrDefault(f => f.Key == key)?.Text;

    /// <summary>What a choice says: its words, or its value in the reader's digits.</summary>
    public string TextOf(ChoiceView choice)
        => choice.Text.Length > 0 && choice.Text != choice.Key ? choice.Text
            : choice.Source is not null ? Show.Digits(choice.Key)
            : choice.Key switch
            {
                "other" => Word("Other"),
                "none" => Word("None"),
                "refused" => Word("Refuse"),
                "dontknow" => Word("DontKnow"),
                _ => choice.Key,
            };
}
