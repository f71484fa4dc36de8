using Microsoft.AspNetCore.Antiforgery;

namespace Tajriba.Host.Web;

/// <summary>Refuses forms that do not come from a page of ours, or cannot be read, before anything reads them.</summary>
internal static class FormGuard
{
    /// <summary>Stands after the check of forms' tokens; answers 400.</summary>
    public static void UseFormGuard(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
