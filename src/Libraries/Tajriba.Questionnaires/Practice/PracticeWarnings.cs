using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>
/// Reads a survey as a methodologist would, for texts in English, Persian and Arabic. Words alone decide, so that it may
/// err both ways: hints, not faults.
/// </summary>
public static class PracticeWarnings
{
    /// <summary>Most words of a question.</summary>
    public const int MostWords = 20;

    /// <summary>Most answers of a survey, each row of a matrix counted.</summary>
    public const int MostAnswers = 25;

    /// <summary>Most rows of a matrix.</summary>
    public const int MostRows = 8;

    private const int LeastLabels = 3;

    /// <summary>Everything that a survey does badly, in its order.</summary>
    /// <param name="questionnaire">The survey.</param>
    public static IReadOnlyList<PracticeWarning> Of(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        var warnings = new List<PracticeWarning>();
        var first = questionnaire.Locale.Length == 0 ? "en" : questionnaire.Locale;
        var locales = questionnaire.Locales.Where(locale => locale != first).ToList();
        foreach (var text in WrittenText.All(questionnaire))
        {
            warnings.AddRange(locales.Where(locale => !text.Text.Has(locale)).Select(locale => text.Warn(PracticeCode.MissingTranslation, locale, locale)));
            if (text.IsAsked)
            {
                warnings.AddRange(locales.Where(text.Text.Has).Prepend(first).SelectMany(locale => Asked(text, locale, text.Text.For(locale))));
            }
        }

        foreach (var question in questionnaire.Elements.OfType<Question>())
        {
            warnings.AddRange(locales.Prepend(first).SelectMany(locale => Answered(question, locale)));
            if (question is MatrixQuestion { Rows.Count: > MostRows } matrix)
            {
                warnings.Add(new(PracticeCode.LongMatrix, $"{question.Path}.rows", question.Name, "", [Text(matrix.Rows.Count), Text(MostRows)]));
            }
        }

        var answers = questionnaire.Elements.OfType<Question>().Sum(Answers);
        if (answers > MostAnswers)
        {
            warnings.Add(new(PracticeCode.TooManyQuestions, "$", "", "", [Text(answers), Text(MostAnswers)]));
        }

        return warnings;
    }

    private static IEnumerable<PracticeWarning> Asked(WrittenText place, string locale, string text)
    {
        var folded = FoldedText.Of(text);
        if (FoldedText.Words(folded) is > MostWords and var count)
        {
            yield return place.Warn(PracticeCode.TooLong, locale, Text(count), Text(MostWords));
        }

        if (PracticeWords.Of(locale) is not { } words)
        {
            yield break;
        }

        if (Found(words.Leading, folded) is { } leading)
        {
            yield return place.Warn(PracticeCode.Leading, locale, leading);
        }

        if (place.HasOneAnswer && Joint(words, folded) is { } joint)
        {
            yield return place.Warn(PracticeCode.DoubleBarrelled, locale, joint);
        }
    }

    private static IEnumerable<PracticeWarning> Answered(Question question, string locale)
    {
        if (PracticeWords.Of(locale) is not { } words)
        {
            yield break;
        }

        var labels = Labels(question).Select(choice => FoldedText.Of(choice.Text?.For(locale) ?? choice.Key)).ToList();
        var negative = labels.Count(label => Found(words.Negative, label) is not null);
        var positive = labels.Count(label => Found(words.Negative, label) is null && Found(words.Positive, label) is not null);
        if (positive + negative >= LeastLabels && Math.Abs(positive - negative) > 1)
        {
            yield return new(PracticeCode.UnbalancedScale, question.Path, question.Name, locale, [Text(positive), Text(negative)]);
        }

        var declines = question is ChoiceQuestion choices
            && (choices.ShowNone || choices.ShowRefuse || choices.ShowDontKnow || labels.Exists(label => Found(words.Declining, label) is not null));
        if (question.IsRequired && !declines && Found(words.Private, FoldedText.Of(question.Title?.For(locale) ?? "")) is { } matter)
        {
            yield return new(PracticeCode.NoWayOut, question.Path, question.Name, locale, [matter]);
        }
    }

    private static string? Joint(PracticeWords words, string folded)
    {
        foreach (var one in words.Joined)
        {
            folded = folded.Replace(one.Folded, " ", StringComparison.Ordinal);
        }

        return Found(words.Joining, folded)
            ?? folded.Split(' ').FirstOrDefault(word => words.JoiningPrefix.Any(prefix => word.Length > prefix.Written.Length + 2 && word.StartsWith(prefix.Written, StringComparison.Ordinal)));
    }

    private static string? Found(IReadOnlyList<PracticeWord> words, string folded)
        => words.FirstOrDefault(word => folded.Contains(word.Folded, StringComparison.Ordinal))?.Written;

    private static IReadOnlyList<Choice> Labels(Question question) => question switch
    {
        RatingQuestion rating => rating.Values,
        MatrixQuestion matrix => matrix.Columns,
        ChoiceQuestion { IsMultiple: false } choice => choice.Choices,
        _ => [],
    };

    private static int Answers(Question question) => question switch
    {
        ExpressionQuestion => 0,
        MatrixQuestion { Rows.Count: > 0 } matrix => matrix.Rows.Count,
        GridQuestion { Rows.Count: > 0 } grid => grid.Rows.Count * grid.Columns.Count,
        MultipleTextQuestion texts => texts.Items.Count,
        _ => 1,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
