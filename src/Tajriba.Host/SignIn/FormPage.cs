using Microsoft.AspNetCore.Components;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.SignIn;

/// <summary>A page with a form that posts to the page itself: what was typed stays where something was refused.</summary>
public abstract class FormPage : ComponentBase
{
    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Why the post was refused, or null.</summary>
    protected AccessRefusal? Refusal { get; private set; }

    protected bool IsPost => HttpMethods.IsPost(Context.Request.Method);

    protected CancellationToken Aborted => Context.RequestAborted;

    /// <summary>What was posted under a name, without white space around it; null where empty.</summary>
    protected string? Posted(string name)
        => IsPost && Context.Request.Form[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Everything posted under a name.</summary>
    protected IReadOnlyList<string> PostedAll(string name)
        => IsPost ? [.. Context.Request.Form[name].OfType<string>().Where(text => text.Length > 0)] : [];

    /// <summary>Leads on where nothing was refused; else shows the page again, with the reason.</summary>
    protected void Finish(AccessRefusal? refusal, string next)
    {
        if (refusal is null)
        {
            Navigation.NavigateTo(next);
        }
        else
        {
            Refuse(refusal.Value);
        }
    }

    protected void Refuse(AccessRefusal refusal)
    {
        if (refusal == AccessRefusal.Unknown)
        {
            Navigation.NotFound();
            return;
        }

        Refusal = refusal;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
