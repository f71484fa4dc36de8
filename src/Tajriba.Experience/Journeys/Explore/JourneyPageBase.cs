using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A page about some journeys of a definition: 404 where the person may not see it, 400 where the address is not understood.</summary>
public abstract class JourneyPageBase : ComponentBase
{
    [Parameter] public long Id { get; set; }

    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    [Inject] protected JourneyReader Reader { get; set; } = null!;

    [Inject] protected JourneyWords Names { get; set; } = null!;

    [Inject] private Show Showing { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The request, once it was understood.</summary>
    protected ExploreRequest? Request { get; private set; }

    /// <summary>What was not understood, or null.</summary>
    protected JourneyError.BadParameter? Bad { get; private set; }

    /// <summary>Parameters that the page reads itself.</summary>
    protected virtual string[] AlsoAllowed => ["done"];

    /// <summary>Whether these are journeys of employees rather than of customers.</summary>
    protected bool IsOfEmployees => Request?.Definition.ObjectType == Objects.ObjectLogColumns.EmployeeType;

    protected string JourneyName => Request?.Definition.Name.In(Showing.Reader.Language) ?? "";

    protected override async Task OnInitializedAsync()
    {
        (Request, var error) = await ExploreRequest.ReadAsync(Id, Http.Request.Query, Reader, AlsoAllowed, Http.RequestAborted);
        Bad = error as JourneyError.BadParameter;
        if (Bad is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (Request is null)
        {
            Navigation.NotFound();
        }
        else
        {
            await LoadAsync(Request);
        }
    }

    /// <summary>Computes what the page shows.</summary>
    protected virtual Task LoadAsync(ExploreRequest request) => Task.CompletedTask;

    protected void NotFound()
    {
        Request = null;
        Navigation.NotFound();
    }

    /// <summary>An address below this definition with a state's filters.</summary>
    protected string Link(ExplorerState state, string below = "")
        => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/journeys/{Id}{below}{ExplorerQuery.Format(state)}");
}
