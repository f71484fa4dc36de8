using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Deliver;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Tells people of a signal by e-mail: those whom the definition names and who may see that unit's figures.</summary>
public sealed class SignalAlerts(IActingPersons persons, DigestReaders readers, WordsFor words, IStringLocalizer<ControlPage> texts, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(3);

    /// <summary>Those who are told.</summary>
    public async Task<IReadOnlyList<ActingPerson>> OfAsync(IndicatorDefinition definition, string? unit, CancellationToken cancellationToken = default)
    {
        var found = new List<ActingPerson>();
        foreach (var id in definition.Alerts)
        {
            if (await persons.FindAsync(id, cancellationToken) is { } person && person.ScopeOf(IndicatorPermissions.View).Contains(unit) && DigestReaders.IsAddress(person.UserName))
            {
                found.Add(person);
            }
        }

        return found;
    }

    /// <summary>A message for each of them, in their language.</summary>
    public IReadOnlyList<MessageRequest> Write(IndicatorDefinition definition, Signal signal, IReadOnlyList<ActingPerson> people) => [.. people.Select(p => Of(definition, signal, p))];

    private MessageRequest Of(IndicatorDefinition definition, Signal signal, ActingPerson person)
    {
        var reader = readers.PreferencesOf(person);
        using var speaking = Speaking.In(reader.Language);
        var show = new Show(reader, clock);
        var names = words.Of(show);
        var name = names.Signalled(definition, signal);
        string said = texts["AlertText", name, show.Date(signal.From), names.Figure(definition, signal.Value), names.Figure(definition, signal.Lower), names.Figure(definition, signal.Upper), texts["Rule" + signal.Rule]];
        return MessageRequest.ToPerson(
            new(person.Id, person.UserName),
            "signal",
            new(reader.Language, texts["AlertSubject", name], $"{said}\n\n{site.Of(signal.Path(definition))}\n"),
            string.Create(CultureInfo.InvariantCulture, $"signal-{definition.Id}-{signal.Unit}-{signal.From:yyyy-MM-dd}-{signal.Rule}-{person.Id}"),
            clock.GetUtcNow() + Useful);
    }
}
