using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>What the pages of frames post to, and the files that they give.</summary>
internal static class FrameEndpoints
{
    private const int MostBytes = 2_000_000;
    private const string Address = "/maturity/frames";

    public static void MapFrames(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address + "/{key}/frame.json", FileAsync).RequirePermission(MaturityPermissions.View).WithName("GetMaturityFrame").ExcludeFromDescription();
        RouteGroupBuilder manage = routes.MapGroup(Address).RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        manage.MapPost("/deeds/load", LoadAsync).WithName("LoadMaturityFrame");
        manage.MapPost("/deeds/undo", UndoAsync).WithName("UndoMaturityFrame");
    }

    private static async Task<IResult> FileAsync(string key, FrameLibrary library, CancellationToken cancellationToken)
    {
        string? json = (await library.FindAsync(key, cancellationToken))?.Frame is { } frame ? FrameJson.Write(frame)
            : (await library.MappingsAsync(cancellationToken)).FirstOrDefault(m => m.Mapping!.Key == key)?.Mapping is { } mapping ? FrameJson.Write(mapping)
            : null;
        return json is null ? TypedResults.NotFound() : TypedResults.File(Encoding.UTF8.GetBytes(json), "application/json", key + ".json");
    }

    private static async Task<IResult> LoadAsync(IFormCollection form, FrameLibrary library, CancellationToken cancellationToken)
    {
        if (await ReadAsync(form.Files.GetFile("file"), cancellationToken) is not { } json)
        {
            return TypedResults.LocalRedirect(Address + "?wrong=file");
        }

        var (key, version, fault) = await library.LoadAsync(json, cancellationToken);
        return TypedResults.LocalRedirect(fault is { } wrong
            ? PageLink.With(Address, ("wrong", wrong.Fault), ("where", wrong.Where.Length > 60 ? wrong.Where[..60] : wrong.Where))
            : PageLink.With(Address, ("done", "loaded"), ("key", key), ("version", version.ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, FrameLibrary library, CancellationToken cancellationToken)
        => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) && await library.UndoAsync(form["key"].ToString(), version, cancellationToken)
            ? TypedResults.LocalRedirect(Address + "?done=undone")
            : TypedResults.LocalRedirect(Address + "?wrong=undo");

    private static async Task<string?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 and <= MostBytes })
        {
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return await reader.ReadToEndAsync(cancellationToken) is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
