using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>What somebody wrote on a form, and what is wrong with it.</summary>
internal sealed record FormEntry(string Once, FeedbackKind? Kind, string Text, string? Unit, int? Rating, string Name, string Email, string Phone)
{
    /// <summary>Only a machine fills this in.</summary>
    public const string Trap = "website";

    private const int LongestName = 100;

    /// <summary>Faults by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The number as it is compared, or null.</summary>
    public string? CanonicalPhone { get; private init; }

    /// <summary>An empty form.</summary>
    public static FormEntry Empty() => new(Token.New(), null, "", null, null, "", "", "");

    /// <summary>What was sent; only values that the form offers are taken.</summary>
    public static FormEntry Read(IFormCollection sent, FeedbackForm form, PhoneNumber phones, Read read)
    {
        string Typed(string name) => sent[name].ToString().ReplaceLineEndings("\n").Trim();
        FeedbackKind? kind = Enum.TryParse(Typed("kind"), out FeedbackKind chosen) && form.Kinds.Contains(chosen) ? chosen : form.Kinds is [var only] ? only : null;
        string? unit = form.Units.Contains(Typed("unit")) ? Typed("unit") : form.Units is [var one] ? one : null;
        int? rating = read.Number(Typed("rating")) is { } stars && stars is 1 or 2 or 3 or 4 or 5 ? (int)stars : null;
        string once = Typed("once");
        var entry = new FormEntry(Token.IsOne(once) ? once : Token.New(), kind, Typed("text"), unit, rating, Typed("name"), Typed("email"), Typed("phone"));
        string? phone = entry.Phone.Length is > 0 and <= 40 ? phones.Canonical(entry.Phone) : null;
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        Fault("kind", entry.Kind is null, "FaultKind");
        Fault("text", entry.Text.Length == 0, "FaultText");
        Fault("text", entry.Text.Length > ToldTexts.LongestText, "FaultLong");
        Fault("unit", unit is null && form.Units.Count > 1, "FaultUnit");
        Fault("name", entry.Name.Length > LongestName, "FaultName");
        Fault("email", entry.Email.Length > 0 && !DigestReaders.IsAddress(entry.Email), "FaultEmail");
        Fault("phone", entry.Phone.Length > 0 && phone is null, "FaultPhone");
        return entry with { Faults = faults, CanonicalPhone = phone };

        void Fault(string field, bool isWrong, string what)
        {
            if (isWrong)
            {
                faults.TryAdd(field, what);
            }
        }
    }
}
