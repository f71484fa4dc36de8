using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Weights;

/// <summary>What the page of an assessment's weights posts to.</summary>
internal static class WeightEndpoints
{
    public static void MapWeights(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/maturity/assessments/{id:long}/weights").RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        group.MapPost("/save", SaveAsync).WithName("SaveWeights");
        group.MapPost("/undo", UndoAsync).WithName("UndoWeights");
    }

    private static async Task<IResult> SaveAsync(long id, IFormCollection form, MaturityBook book, CampaignReader reader, FrameLibrary library, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { IsDeleted: false } campaign || await library.FindAsync(campaign.FrameKey, campaign.FrameVersion, cancellationToken) is not { } frame)
        {
            return TypedResults.NotFound();
        }

        string page = campaign.Path + "/weights";
        if (!Enum.TryParse(form["kind"], out WeightKind kind) || !Enum.IsDefined(kind) || (kind == WeightKind.Comparisons && !Weighting.CanCompare(frame)))
        {
            return TypedResults.LocalRedirect(page + "?wrong=kind");
        }

        var steps = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((int at, ComparedGroup compared) in ComparedGroup.Of(frame).Index())
        {
            foreach ((int first, int second) in compared.Pairs)
            {
                if (int.TryParse(form[Field(at, first, second)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int step) && step is >= -Weighting.MostSteps and <= Weighting.MostSteps and not 0)
                {
                    steps[Weighting.PairKey(compared, first, second)] = step;
                }
            }
        }

        int seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : -1;
        return await book.SaveAsync(MaturityBook.Weights, MaturityBook.CodeOf(campaign), seen, new Weighting(kind, steps), person.Id, cancellationToken: cancellationToken) is { } saved
            ? TypedResults.LocalRedirect(PageLink.With(page, ("done", "saved"), ("version", saved.ToString(CultureInfo.InvariantCulture))))
            : TypedResults.LocalRedirect(page + "?wrong=meanwhile");
    }

    private static async Task<IResult> UndoAsync(long id, IFormCollection form, MaturityBook book, CampaignReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => await reader.FindAsync(id, cancellationToken) is not { } campaign || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? TypedResults.NotFound()
            : TypedResults.LocalRedirect(campaign.Path + "/weights" + (await book.UndoAsync(MaturityBook.Weights, MaturityBook.CodeOf(campaign), version, person.Id, cancellationToken) ? "?done=undone" : "?wrong=meanwhile"));

    /// <summary>The field of a comparison on the page.</summary>
    internal static string Field(int group, int first, int second) => string.Create(CultureInfo.InvariantCulture, $"pair-{group}-{first}-{second}");
}
