using Microsoft.Extensions.Localization;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>Says in the reader's language what is wrong with a definition, and what is bad practice.</summary>
internal sealed class DefinitionCheck(IStringLocalizer<CheckTexts> words, Show show)
{
    /// <summary>A draft may have any fault but these: no store would give it back, or no editor could show it.</summary>
    private static readonly DefinitionFaultCode[] Unkept = [DefinitionFaultCode.NotJson, DefinitionFaultCode.BadText, DefinitionFaultCode.TooDeep];

    public Remarks Of(string definition)
    {
        if (definition.Length > DefinitionLimits.Characters)
        {
            return new([Fault(new("$", DefinitionFaultCode.TooMany, [DefinitionLimits.Characters.ToString(System.Globalization.CultureInfo.InvariantCulture)]))], [], false);
        }

        try
        {
            var warnings = PracticeWarnings.Of(Questionnaire.Parse(definition));
            return new([], [.. warnings.Select(Warning)], true);
        }
        catch (QuestionnaireException e)
        {
            var isKept = !e.Faults.Any(f => Unkept.Contains(f.Code) || f is { Path: "$", Code: DefinitionFaultCode.WrongType });
            return new([.. e.Faults.Select(Fault)], [], isKept);
        }
    }

    /// <summary>A fault in words.</summary>
    public Remark Of(DefinitionFault fault) => Fault(fault);

    private Remark Fault(DefinitionFault fault) => new(fault.Path, fault.Code.ToString(), words["Fault-" + fault.Code, Shown(fault.Arguments)]);

    private Remark Warning(PracticeWarning warning)
    {
        var text = words["Practice-" + warning.Code, Shown(warning.Code == PracticeCode.MissingTranslation ? [LanguageName(warning.Locale)] : warning.Arguments)].Value;
        return new(warning.Path, warning.Code.ToString(), warning.Locale.Length == 0 || warning.Code == PracticeCode.MissingTranslation ? text : words["In", LanguageName(warning.Locale), text]);
    }

    private object[] Shown(IEnumerable<string> arguments)
        => [.. arguments.Select(a => a.Length > 0 && a.All(char.IsAsciiDigit) ? show.Digits(a) : "\u2068" + a + "\u2069"), "", "", ""];

    private string LanguageName(string locale) => words["Language-" + locale] is { ResourceNotFound: false } name ? name.Value : locale;
}
