using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Experience.Indicators.View;

/// <summary>A page about one indicator: 404 where the person may not see it, 400 where the address is not understood.</summary>
public abstract class IndicatorPageBase : ComponentBase
{
    [Parameter] public string Key { get; set; } = "";

    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    [Inject] protected IndicatorReader Reader { get; set; } = null!;

    [Inject] protected IndicatorWords Names { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The indicator, once the address was understood.</summary>
    protected IndicatorDefinition? Definition { get; private set; }

    protected IndicatorState State { get; private set; } = IndicatorState.Default;

    /// <summary>What was not understood, or null.</summary>
    protected IndicatorError.BadParameter? Bad { get; private set; }

    /// <summary>Parameters that the page reads itself.</summary>
    protected virtual string[] AlsoAllowed => ["done", "undo"];

    protected string Address => $"/indicators/{Key}";

    protected string Name => Definition is { } definition ? Names.Name(definition) : "";

    protected override async Task OnInitializedAsync()
    {
        if (await Reader.FindAsync(Key, cancellationToken: Http.RequestAborted) is not { } definition)
        {
            Navigation.NotFound();
            return;
        }

        var state = IndicatorQuery.Parse(Http.Request.Query, out var error, AlsoAllowed);
        Bad = error ?? Reader.Unfit(definition, state!);
        if (Bad is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Definition = definition;
        State = state!;
        await LoadAsync(definition);
    }

    /// <summary>Computes what the page shows.</summary>
    protected virtual Task LoadAsync(IndicatorDefinition definition) => Task.CompletedTask;

    /// <summary>An address below this indicator with a state's filters.</summary>
    protected string Link(IndicatorState state, string below = "") => Address + below + IndicatorQuery.Format(state);
}
