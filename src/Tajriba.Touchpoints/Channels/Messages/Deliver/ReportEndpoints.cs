using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Where providers report what became of a message; the address holds a secret of the gateway's own.</summary>
internal static class ReportEndpoints
{
    private const int MostBytes = 64 * 1024;

    public static void MapReports(this IEndpointRouteBuilder routes) => routes
        .MapPost("/messages/report/{secret}", TakeAsync).WithName("ReportDelivery").WithSummary("A provider's delivery report.").WithTags("Messages").AllowAnonymous().DisableAntiforgery()
        .WithMetadata(MachineRoute.Instance, new RequestSizeLimitAttribute(MostBytes)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(string secret, HttpRequest request, GatewayStore gateways, IDatabase database, CancellationToken cancellationToken)
    {
        if (await gateways.FindReportedAsync(MessageQueue.Hash(secret), cancellationToken) is not { Kind: GatewayKind.Http } gateway)
        {
            return TypedResults.NotFound();
        }

        HttpGatewaySettings settings = JsonSerializer.Deserialize<HttpGatewaySettings>(gateway.Settings)!;
        (string? id, string? state) = await ReadAsync(request, settings, cancellationToken);
        if (string.IsNullOrEmpty(id) || id.Contains('\0', StringComparison.Ordinal) || state is null)
        {
            return TypedResults.BadRequest();
        }

        string delivered = state == settings.ReportDelivered ? "delivered" : "failed";
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "UPDATE channels_messages SET delivered = @delivered WHERE gateway_id = @gateway AND remote_id = @id", ("delivered", delivered), ("gateway", gateway.Id), ("id", id)).RunAsync(cancel),
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<(string? Id, string? State)> ReadAsync(HttpRequest request, HttpGatewaySettings settings, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            IFormCollection? form = await request.TryReadFormAsync(cancellationToken);
            return (form?[settings.ReportIdPath], form?[settings.ReportStatePath]);
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(cancellationToken);
        return (JsonPlace.Text(body, settings.ReportIdPath), JsonPlace.Text(body, settings.ReportStatePath));
    }
}
