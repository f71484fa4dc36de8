using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>One respondent going through a questionnaire: what is shown, asked and wrong now. Not for several threads at once.</summary>
public sealed class QuestionnaireRun
{
    private readonly RunOptions options;
    private readonly JsonObject data;

    /// <summary>Starts or resumes.</summary>
    /// <param name="questionnaire">What is asked.</param>
    /// <param name="options">Language, earlier answers, variables, clock.</param>
    public QuestionnaireRun(Questionnaire questionnaire, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        this.options = options ?? new RunOptions();
        Questionnaire = questionnaire;
        data = this.options.Answers?.DeepClone().AsObject() ?? [];
        AllPages = [.. questionnaire.Pages.Select(page => new PageView(this, page))];
    }

    /// <summary>What is asked.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>The reader's language.</summary>
    public string Locale => options.Locale;

    /// <summary>Title in the reader's language, piping done.</summary>
    public string Title => Text(Questionnaire.Title);

    /// <summary>Description likewise.</summary>
    public string Description => Text(Questionnaire.Description);

    /// <summary>What is shown at the end, piping done; the author's HTML.</summary>
    public string CompletedHtml => Text(Questionnaire.CompletedHtml);

    /// <summary>All pages in order.</summary>
    public IReadOnlyList<PageView> AllPages { get; }

    /// <summary>Pages to be shown, in order.</summary>
    public IReadOnlyList<PageView> Pages => [.. AllPages.Where(page => page.Visible)];

    /// <summary>The page one is on, an index into <see cref="Pages"/>.</summary>
    public int PageIndex { get; private set; }

    /// <summary>Whether it was completed, by the respondent or by a trigger.</summary>
    public bool Completed { get; private set; }

    /// <summary>The answers, as a copy.</summary>
    public JsonObject Answers => data.DeepClone().AsObject();

    /// <summary>The view of a key, such as <c>q</c> or <c>panel[0].q</c>; null if there is none now.</summary>
    /// <param name="key">A <see cref="ElementView.Key"/>.</param>
    public ElementView? Find(string key) => Walk(AllPages.SelectMany(page => page.Elements)).FirstOrDefault(view => view.Key == key);

    /// <summary>Gives an answer by its value name; null takes it back.</summary>
    /// <param name="name">A value name, or one with <c>-Comment</c>.</param>
    /// <param name="value">The answer.</param>
    public void Set(string name, JsonNode? value)
    {
        if (value is null)
        {
            data.Remove(name);
        }
        else
        {
            data[name] = value.DeepClone();
        }
    }

    /// <summary>What is wrong with the answers on a page, in the order of the page.</summary>
    /// <param name="page">A page of this run.</param>
    public IReadOnlyList<AnswerFault> Check(PageView page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return [.. Walk(page.Elements).Where(view => view.Required && view.Visible && view.Value is null)
            .Select(view => new AnswerFault(view.Key, AnswerFaultCode.Required, [], null))];
    }

    /// <summary>Goes to the next page if this one has no faults; from the last page completes.</summary>
    /// <returns>The faults that hold one here; empty where one went on.</returns>
    public IReadOnlyList<AnswerFault> Next()
    {
        var faults = PageIndex < Pages.Count ? Check(Pages[PageIndex]) : [];
        if (faults.Count == 0)
        {
            Completed = PageIndex >= Pages.Count - 1;
            PageIndex = Math.Min(PageIndex + 1, Math.Max(0, Pages.Count - 1));
        }

        return faults;
    }

    /// <summary>Goes one page back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Previous()
    {
        if (PageIndex == 0)
        {
            return false;
        }

        PageIndex--;
        return true;
    }

    /// <summary>Goes to a page without checking, as when one resumes.</summary>
    /// <param name="index">An index into <see cref="Pages"/>.</param>
    public void GoTo(int index) => PageIndex = Math.Clamp(index, 0, Math.Max(0, Pages.Count - 1));

    /// <summary>Completes if no page has faults.</summary>
    /// <returns>The faults of the first page that has some, which becomes the current one; empty where completed.</returns>
    public IReadOnlyList<AnswerFault> Complete()
    {
        for (var i = 0; i < Pages.Count; i++)
        {
            if (Check(Pages[i]) is { Count: > 0 } faults)
            {
                PageIndex = i;
                return faults;
            }
        }

        Completed = true;
        return [];
    }

    /// <summary>A text in the reader's language with <c>{name}</c> replaced.</summary>
    /// <param name="text">A text of the definition; null gives an empty string.</param>
    public string Text(LocalizedText? text) => text?.For(Locale) ?? "";

    internal JsonNode? Value(string name) => data.TryGetPropertyValue(name, out var node) ? node?.DeepClone() : null;

    private static IEnumerable<ElementView> Walk(IEnumerable<ElementView> views)
        => views.SelectMany(view => Walk(view.Elements).Prepend(view));
}
