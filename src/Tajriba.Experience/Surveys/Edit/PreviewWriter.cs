using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>The pages of a draft as respondents would see them, walked through without anything being kept.</summary>
internal sealed class PreviewWriter(PageWriter writer, TimeProvider clock)
{
    /// <summary>The page asked for, or the one that follows a form; null where the survey has no page.</summary>
    /// <exception cref="QuestionnaireException">The definition has faults.</exception>
    public PreviewAnswer? Write(PreviewRequest request)
    {
        var published = new Published(0, 0, Questionnaire.Parse(request.Definition.GetRawText()));
        var language = ReaderPreferences.Languages.Contains(request.Language) ? request.Language : published.Languages[0];
        var run = new QuestionnaireRun(published.Questionnaire, new RunOptions { Locale = language, Answers = request.Answers, Clock = clock, Numbers = writer.ShowFor(language).Digits });
        if (run.AllPages.Count == 0)
        {
            return null;
        }

        using var _ = Speaking.In(language);
        var page = run.AllPages.Skip(request.Page).FirstOrDefault(p => p.Visible) ?? run.Pages.LastOrDefault() ?? run.AllPages[0];
        if (request.Fields.Count == 0)
        {
            return new(Page(run, page, published, language), run.Answers);
        }

        var form = FormOf(request.Fields);
        if (int.TryParse(form[Fields.Page], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < run.AllPages.Count)
        {
            page = run.AllPages[number];
        }

        var reader = Speaking.Of(language, writer.Words, new Read(ReaderPreferences.Of(language)), form);
        reader.Apply(page);
        run.GoTo(run.Pages.ToList().IndexOf(page));
        var html = Follow(run, page, form[Fields.Go].ToString(), reader, published, language);
        return new(html, run.Answers);
    }

    /// <summary>Goes where the button leads, as the respondent's way does.</summary>
    private string Follow(QuestionnaireRun run, PageView page, string go, FormReader reader, Published published, string language)
    {
        if (go == "back")
        {
            run.Previous();
        }
        else if (!Entries.TryChange(run, go))
        {
            var show = writer.ShowFor(language);
            List<PageFault> faults = [.. reader.Faults];
            faults.AddRange(run.Check(page).Where(f => reader.Shown.Contains(f.Key) && !faults.Exists(a => a.Key == f.Key)).Select(f => FaultWords.Of(f, writer.Words, show)).ToList());
            if (faults.Count > 0)
            {
                return Page(run, page, published, language, faults, reader.Typed);
            }

            if (Dependence.Questions(page).All(reader.Shown.Contains))
            {
                run.Next();
            }
        }

        if (!run.Completed)
        {
            return Page(run, run.Pages.ElementAtOrDefault(run.PageIndex) ?? page, published, language);
        }

        var own = run.CompletedHtml;
        return writer.Message(language, "Thanks", string.IsNullOrWhiteSpace(own) ? null : SafeHtml.Clean(own));
    }

    private string Page(QuestionnaireRun run, PageView page, Published published, string language, IReadOnlyList<PageFault>? faults = null, IReadOnlyDictionary<string, string>? typed = null)
        => writer.Questions(
            new Sheet(run, page, writer.Words, writer.ShowFor(language)) { Faults = faults ?? [], Typed = typed ?? new Dictionary<string, string>(StringComparer.Ordinal) },
            published,
            new PageState { Manner = Manner.Open, PageNumber = run.AllPages.ToList().IndexOf(page), DependsOnItself = Dependence.IsWithin(page.Page.Elements) });

    private static FormCollection FormOf(IReadOnlyList<string[]> fields)
        => new(fields.Where(f => f.Length == 2).GroupBy(f => f[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f[1])]), StringComparer.Ordinal));
}
