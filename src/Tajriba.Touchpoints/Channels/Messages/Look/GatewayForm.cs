using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks;

namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>A gateway as a person typed it.</summary>
internal static class GatewayForm
{
    private const int LongestName = 200;
    private const int LongestSecret = 8_000;

    /// <summary>What was typed, or the member that breaks a rule.</summary>
    public static (GatewayDraft? Draft, string? Fault) Read(IFormCollection form, WebhookUrl urls) => Enum.TryParse(form["kind"], ignoreCase: true, out GatewayKind kind) && Enum.IsDefined(kind)
        ? Read(form, kind, form["channel"].ToString(), urls)
        : (null, "settings");

    /// <summary>The same of a gateway whose kind and channel stand.</summary>
    public static (GatewayDraft? Draft, string? Fault) Read(IFormCollection form, GatewayKind kind, string channel, WebhookUrl urls)
    {
        (string name, string secret) = (form["name"].ToString().Trim(), form["secret"].ToString());
        string? fault = name.Length is 0 or > LongestName ? "name" : !MessageChannels.All.Contains(channel) ? "channel" : secret.Length > LongestSecret ? "settings" : null;
        string? settings = kind switch
        {
            GatewayKind.Keep => "{}",
            GatewayKind.Smtp => channel == MessageChannels.Email ? Smtp(form) : null,
            _ => Http(form, secret, urls),
        };
        fault ??= settings is null ? "settings" : null;
        return fault is null ? (new GatewayDraft(name, channel, kind, settings!, secret.Length > 0 ? secret : null), null) : (null, fault);
    }

    private static string? Smtp(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        int port = int.TryParse(Text("port"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        var security = Enum.TryParse(Text("security"), out SmtpSecurity known) ? known : (SmtpSecurity)(-1);
        var settings = new SmtpSettings(Text("host"), port, security, Text("from"), Text("fromName"), Text("user"), Text("unsubscribeMail"));
        return settings.IsSound() ? JsonSerializer.Serialize(settings) : null;
    }

    private static string? Http(IFormCollection form, string headers, WebhookUrl urls)
    {
        string Text(string name) => form[name].ToString().Trim();
        var settings = new HttpGatewaySettings(
            Text("url"), form["body"].ToString(), Text("contentType"), Text("acceptPath"), Text("acceptValue"), Text("idPath"), Text("reportIdPath"), Text("reportStatePath"), Text("reportDelivered"));
        return settings.IsSound() && urls.Fault(Template.Fill(settings.Url, _ => "x")) == WebhookFault.None && settings.HasFixedHost() && HttpGatewaySettings.Secrets(headers) is not null ? JsonSerializer.Serialize(settings) : null;
    }
}
