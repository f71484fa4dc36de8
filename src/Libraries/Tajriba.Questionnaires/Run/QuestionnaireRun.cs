using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>One respondent going through a questionnaire: what is shown, asked and wrong now. Not for several threads at once.</summary>
public sealed partial class QuestionnaireRun
{
    private readonly RunOptions options;
    private readonly RunScope scope;
    private readonly ElementView[] questions;
    private readonly Dictionary<string, List<ElementView>> byValueName = new(StringComparer.OrdinalIgnoreCase);
    private int instances;

    /// <summary>Starts or resumes.</summary>
    /// <param name="questionnaire">What is asked.</param>
    /// <param name="options">Language, earlier answers, variables, clock.</param>
    public QuestionnaireRun(Questionnaire questionnaire, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        this.options = options ?? new RunOptions();
        Questionnaire = questionnaire;
        scope = new RunScope(this);
        Now = this.options.Clock.GetLocalNow().DateTime;
        variables = Js.From(this.options.Variables) as Record ?? [];
        AllPages = [.. questionnaire.Pages.Select(page => new PageView(this, page))];
        questions = [.. AllPages.SelectMany(page => page.All)];
        foreach (var view in questions)
        {
            if (view.Element is Question question)
            {
                if (!byValueName.TryGetValue(question.ValueName, out var sharing))
                {
                    byValueName[question.ValueName] = sharing = [];
                }

                sharing.Add(view);
            }
        }

        Start();
    }

    /// <summary>What is asked.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>The reader's language.</summary>
    public string Locale => options.Locale;

    /// <summary>Title in the reader's language, piping done.</summary>
    public string Title => Text(Questionnaire.Title);

    /// <summary>Description likewise.</summary>
    public string Description => Text(Questionnaire.Description);

    /// <summary>What is shown at the end, piping done and encoded; the author's HTML.</summary>
    public string CompletedHtml => Html(Questionnaire.CompletedHtml);

    /// <summary>All pages in order.</summary>
    public IReadOnlyList<PageView> AllPages { get; }

    /// <summary>Pages to be shown, in order.</summary>
    public IReadOnlyList<PageView> Pages => [.. AllPages.Where(page => page.Visible && (page != AllPages[0] || !Questionnaire.FirstPageIsStart || AllPages.Count == 1))];

    /// <summary>The page one is on, an index into <see cref="Pages"/>.</summary>
    public int PageIndex
    {
        get
        {
            var pages = Pages;
            for (var i = 0; i < pages.Count; i++)
            {
                if (pages[i] == current)
                {
                    return i;
                }
            }

            return 0;
        }
    }

    /// <summary>The page one is on; null where nothing is shown.</summary>
    public PageView? CurrentPage => Pages is { Count: > 0 } pages ? pages[PageIndex] : null;

    /// <summary>Whether it was completed, by the respondent or by a trigger.</summary>
    public bool Completed { get; private set; }

    /// <summary>
    /// Whether a step cost more than a run may spend: formulas that came after that gave nothing, so that what is shown may be wrong.
    /// No honest definition comes near it.
    /// </summary>
    public bool Exhausted { get; private set; }

    /// <summary>Whether a trigger says that the answers so far complete it.</summary>
    public bool MayComplete => completing.Count > 0;

    /// <summary>The answers, as a copy, with the calculated values that belong to them.</summary>
    public JsonObject Answers
    {
        get
        {
            var json = (JsonObject)Js.ToJson(data)!;
            foreach (var item in Questionnaire.CalculatedValues)
            {
                if (item.IncludeIntoResult && Variable(item.Name) is { } value)
                {
                    json[item.Name] = Js.ToJson(value);
                }
            }

            return json;
        }
    }

    /// <summary>A calculated value or a variable; null if none.</summary>
    /// <param name="name">Its name.</param>
    public JsonNode? Calculated(string name) => Js.ToJson(Variable(name));

    /// <summary>The view of a key, such as <c>q</c> or <c>panel[0].q</c>; null if there is none now.</summary>
    /// <param name="key">A <see cref="ElementView.Key"/>.</param>
    public ElementView? Find(string key) => Everything(questions).FirstOrDefault(view => view.Key == key);

    /// <summary>Gives an answer by its value name; null takes it back.</summary>
    /// <param name="name">A value name, or one with <c>-Comment</c>.</param>
    /// <param name="value">The answer.</param>
    public void Set(string name, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.EndsWith(CommentSuffix, StringComparison.Ordinal) && byValueName.ContainsKey(name[..^CommentSuffix.Length]))
        {
            SetComment(name[..^CommentSuffix.Length], value is null ? "" : value.ToString());
        }
        else
        {
            SetValue(name, Js.From(value), null);
        }
    }

    /// <summary>Sets a variable for expressions and texts.</summary>
    /// <param name="name">Its name, without case.</param>
    /// <param name="value">Its value.</param>
    public void SetVariable(string name, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        SetVariable(name, Js.From(value));
    }

    /// <summary>What is wrong with the answers on a page, in the order of the page; answers to choices that are no longer shown go first.</summary>
    /// <param name="page">A page of this run.</param>
    public IReadOnlyList<AnswerFault> Check(PageView page)
    {
        ArgumentNullException.ThrowIfNull(page);
        work = 0;
        return AnswerChecks.Of(page);
    }

    /// <summary>Goes to the next page if this one has no faults; from the last page completes.</summary>
    /// <returns>The faults that hold one here; empty where one went on.</returns>
    public IReadOnlyList<AnswerFault> Next()
    {
        if (Completed || CurrentPage is not { } page)
        {
            return Complete();
        }

        if (page == Pages[^1])
        {
            return Complete();
        }

        var faults = Questionnaire.ValidateOnComplete ? [] : Check(page);
        if (faults.Count > 0)
        {
            return faults;
        }

        current = page;
        RunPageTriggers(page);
        if (!Completed && current == page && PageIndex + 1 < Pages.Count)
        {
            current = Pages[PageIndex + 1];
        }

        return [];
    }

    /// <summary>Goes one page back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Previous()
    {
        var index = PageIndex;
        if (index == 0)
        {
            return false;
        }

        current = Pages[index - 1];
        return true;
    }

    /// <summary>Goes to a page without checking, as when one resumes.</summary>
    /// <param name="index">An index into <see cref="Pages"/>.</param>
    public void GoTo(int index)
    {
        var pages = Pages;
        current = pages.Count == 0 ? null : pages[Math.Clamp(index, 0, pages.Count - 1)];
    }

    /// <summary>Completes if no page has faults.</summary>
    /// <returns>The faults of the first page that has some, which becomes the current one; empty where completed.</returns>
    public IReadOnlyList<AnswerFault> Complete()
    {
        if (Completed)
        {
            return [];
        }

        foreach (var page in Pages)
        {
            if (Check(page) is { Count: > 0 } faults)
            {
                current = page;
                return faults;
            }
        }

        Finish();
        return [];
    }

    /// <summary>Completes with the answers there are, without checking: what was asked for too long is closed as it is.</summary>
    public void Close() => Finish();

    internal DateTime Now { get; }

    internal UsualWords Words => options.Words;

    internal static IEnumerable<ElementView> Everything(IEnumerable<ElementView> views)
    {
        foreach (var view in views)
        {
            yield return view;
            foreach (var inner in Everything(view.GroupList.SelectMany(group => group.All)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>Counts views made; beyond the limit none is.</summary>
    internal bool Take(int count)
    {
        if (instances + count > DefinitionLimits.Instances)
        {
            return false;
        }

        instances += Math.Max(1, count);
        return true;
    }
}
