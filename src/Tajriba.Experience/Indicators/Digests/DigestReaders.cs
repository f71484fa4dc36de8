using System.Net.Mail;
using Microsoft.Extensions.Options;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Who gets a digest, where, and how they read.</summary>
public sealed class DigestReaders(IActingPersons persons, IPeople people, DigestStore store, IOptions<TajribaUiOptions> options)
{
    private const int PeopleAtOnce = 500;

    /// <summary>Those who get it and may still see indicators.</summary>
    public async Task<IReadOnlyList<ActingPerson>> OfAsync(Digest digest, CancellationToken cancellationToken = default)
    {
        var found = new List<ActingPerson>();
        foreach (var id in digest.PersonId is { } one ? [one] : await HoldersAsync(digest, cancellationToken))
        {
            if (await persons.FindAsync(id, cancellationToken) is { } person && person.Can(IndicatorPermissions.View))
            {
                found.Add(person);
            }
        }

        return found;
    }

    /// <summary>The person's own preferences, else what readers of the house's language expect.</summary>
    public ReaderPreferences PreferencesOf(ActingPerson person) => person.Preferences ?? ReaderPreferences.Of(options.Value.DefaultLanguage);

    /// <summary>Where it goes; null where nobody knows an address.</summary>
    public static string? AddressOf(Digest digest, ActingPerson person) => digest.Plan.Address ?? (IsAddress(person.UserName) ? person.UserName : null);

    /// <summary>Whether a text is one plain e-mail address.</summary>
    public static bool IsAddress(string text)
        => text.Length is > 2 and <= 254 && text.Contains('@', StringComparison.Ordinal) && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(c => char.IsControl(c) || c is '<' or '>' or '"' or ' ');

    private async Task<IReadOnlyList<long>> HoldersAsync(Digest digest, CancellationToken cancellationToken)
    {
        var left = await store.LeaversAsync(digest.Id, cancellationToken);
        var holders = new List<long>();
        string? after = null;
        while (await people.ListAsync(null, after, PeopleAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            holders.AddRange(page.Where(p => p.IsActive && p.Grants.Any(g => g.Role == digest.Role) && !left.Contains(p.Id)).Select(p => p.Id));
            after = page[^1].UserName;
        }

        return holders;
    }
}
