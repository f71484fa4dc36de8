using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>A survey in SurveyJS JSON: what is asked, in which order and under which conditions. Immutable; one may serve any number of runs at once.</summary>
public sealed class Questionnaire
{
    private readonly JsonObject json;
    private readonly Dictionary<string, Question> questions = new(StringComparer.Ordinal);

    private Questionnaire(Reader reader)
    {
        json = reader.Json;
        Title = reader.Text("title");
        Description = reader.Text("description");
        Locale = reader.String("locale") ?? "";
        CompletedHtml = reader.Text("completedHtml");
        ClearInvisibleValues = reader.Word("clearInvisibleValues", ClearInvisible.OnComplete);
        StoreOthersAsComment = reader.Bool("storeOthersAsComment", true);
        MaxTextLength = reader.Integer("maxTextLength", 0);
        MaxCommentLength = reader.Integer("maxCommentLength", reader.Integer("maxOthersLength", 0));
        ReadOnly = reader.Bool("readOnly") || reader.Node("mode")?.ToString() == "display";
        ShowProgressBar = reader.Node("showProgressBar")?.ToString() is { } bar && bar is not ("off" or "false");
        FirstPageIsStart = reader.Bool("firstPageIsStartPage", former: "firstPageIsStarted");
        ValidateOnComplete = reader.String("checkErrorsMode") == "onComplete";
        Pages = ReadPages(reader);
        CalculatedValues = [.. reader.Objects("calculatedValues").Take(DefinitionLimits.Choices).Select(item => new CalculatedValue(item))];
        CalculatedValue.RefuseCycles(CalculatedValues, reader);
        Triggers = SurveyTrigger.ReadAll(reader);
        Elements = [.. Pages.SelectMany(page => Flatten(page.Elements))];
        foreach (var element in Elements)
        {
            reader.Reading.Claim(element.Name, $"{element.Path}.name");
            if (element is Question question)
            {
                questions.TryAdd(question.Name, question);
            }
        }

        Locales = [.. reader.Reading.Locales.Where(locale => locale != LocalizedText.DefaultKey).Order(StringComparer.Ordinal)];
    }

    /// <summary>Title of the whole.</summary>
    public LocalizedText? Title { get; }

    /// <summary>A line beneath the title.</summary>
    public LocalizedText? Description { get; }

    /// <summary>The locale it is written in; empty for English.</summary>
    public string Locale { get; }

    /// <summary>Locales that at least one text has besides the default one.</summary>
    public IReadOnlyList<string> Locales { get; }

    /// <summary>What is shown at the end; the author's HTML, to be cleaned before it is shown.</summary>
    public LocalizedText? CompletedHtml { get; }

    /// <summary>The pages as written; those to be shown are in the run.</summary>
    public IReadOnlyList<QuestionnairePage> Pages { get; }

    /// <summary>All elements in order, those of panels among them, templates and columns not.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <summary>Values computed from answers.</summary>
    public IReadOnlyList<CalculatedValue> CalculatedValues { get; }

    /// <summary>Triggers in order.</summary>
    public IReadOnlyList<SurveyTrigger> Triggers { get; }

    /// <summary>When answers to invisible questions are dropped.</summary>
    public ClearInvisible ClearInvisibleValues { get; }

    /// <summary>Whether the text of <c>other</c> is kept beside the answer as <c>name-Comment</c>.</summary>
    public bool StoreOthersAsComment { get; }

    /// <summary>Most characters of texts that say nothing themselves; 0 without limit.</summary>
    public int MaxTextLength { get; }

    /// <summary>Most characters of comments; 0 without limit.</summary>
    public int MaxCommentLength { get; }

    /// <summary>Shown but not to be answered.</summary>
    public bool ReadOnly { get; }

    /// <summary>Whether progress is shown.</summary>
    public bool ShowProgressBar { get; }

    /// <summary>Whether the first page is a cover before the start.</summary>
    public bool FirstPageIsStart { get; }

    internal bool ValidateOnComplete { get; }

    /// <summary>Reads a definition.</summary>
    /// <param name="text">SurveyJS JSON of at most <see cref="DefinitionLimits.Characters"/> characters.</param>
    /// <exception cref="QuestionnaireException">It cannot be used; all faults are listed.</exception>
    public static Questionnaire Parse(string text)
        => TryParse(text, out var questionnaire, out var faults) ? questionnaire : throw new QuestionnaireException(faults);

    /// <summary>Reads a definition without throwing.</summary>
    /// <param name="text">SurveyJS JSON.</param>
    /// <param name="questionnaire">The model, where there are no faults.</param>
    /// <param name="faults">What is wrong, in the order found.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Questionnaire? questionnaire, out IReadOnlyList<DefinitionFault> faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        questionnaire = null;
        if (Load(text, out var fault) is not { } json)
        {
            faults = [fault!];
            return false;
        }

        var reading = new Reading();
        var model = new Questionnaire(new Reader(json, "$", reading));
        faults = reading.Faults;
        if (faults.Count > 0)
        {
            return false;
        }

        questionnaire = model;
        return true;
    }

    /// <summary>The question of a name; null if there is none outside templates.</summary>
    /// <param name="name">Its name, not its value name.</param>
    public Question? Find(string name) => questions.GetValueOrDefault(name);

    /// <summary>The definition as it was read, members that are not known here included.</summary>
    public JsonObject ToJson() => json.DeepClone().AsObject();

    private static JsonObject? Load(string text, out DefinitionFault? fault)
    {
        if (text.Length > DefinitionLimits.Characters)
        {
            fault = new("$", DefinitionFaultCode.TooMany, [DefinitionLimits.Characters.ToString(CultureInfo.InvariantCulture)]);
            return null;
        }

        JsonNode? node;
        try
        {
            node = JsonNode.Parse(
                text,
                documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionLimits.Depth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            fault = TooDeep(text) ? new("$", DefinitionFaultCode.TooDeep, [DefinitionLimits.Depth.ToString(CultureInfo.InvariantCulture)]) : new("$", DefinitionFaultCode.NotJson, [$"{error.LineNumber}:{error.BytePositionInLine}"]);
            return null;
        }

        if (node is not JsonObject json)
        {
            fault = new("$", DefinitionFaultCode.WrongType, ["object"]);
            return null;
        }

        fault = BadText(json) is { } path ? new(path, DefinitionFaultCode.BadText, []) : null;
        return fault is null ? json : null;
    }

    /// <summary>Whether brackets stand in brackets deeper than is read; those within texts count too, for a text that is no JSON anyway.</summary>
    private static bool TooDeep(string text)
    {
        var depth = 0;
        foreach (var sign in text)
        {
            depth += sign is '{' or '[' ? 1 : sign is '}' or ']' ? -1 : 0;
            if (depth > DefinitionLimits.Depth)
            {
                return true;
            }
        }

        return false;
    }

    private static List<QuestionnairePage> ReadPages(Reader reader)
    {
        var pages = new List<QuestionnairePage>();
        if (!reader.Has("pages"))
        {
            if (reader.Has("elements") || reader.Has("questions"))
            {
                pages.Add(new QuestionnairePage(reader.Only("elements", "questions"), 1));
            }

            return pages;
        }

        foreach (var page in reader.Objects("pages"))
        {
            if (!reader.Reading.Count(page.Path))
            {
                break;
            }

            pages.Add(new QuestionnairePage(page, pages.Count + 1));
            reader.Reading.Claim(pages[^1].Name, page.At("name"));
        }

        return pages;
    }

    private static IEnumerable<Element> Flatten(IEnumerable<Element> elements)
    {
        foreach (var element in elements)
        {
            yield return element;
            if (element is PanelElement panel)
            {
                foreach (var inner in Flatten(panel.Elements))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string? BadText(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json)
                {
                    if (!Sound(name) || BadText(value) is not null)
                    {
                        return json.GetPath();
                    }
                }

                return null;
            case JsonArray array:
                return array.Select(BadText).FirstOrDefault(path => path is not null);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                try
                {
                    return Sound(value.GetValue<string>()) ? null : value.GetPath();
                }
                catch (InvalidOperationException)
                {
                    return value.GetPath();
                }

            default:
                return null;
        }
    }

    private static bool Sound(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return false;
            }

            if (rune.Value == 0)
            {
                return false;
            }
        }

        return true;
    }
}
