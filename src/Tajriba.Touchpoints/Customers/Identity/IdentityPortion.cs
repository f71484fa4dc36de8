using System.Runtime.InteropServices;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What a portion of the log says of identifiers. Addresses and numbers have places here (negative, from -1) instead of stored numbers.</summary>
internal sealed class IdentityPortion
{
    private readonly PhoneNumber phone;
    private readonly int customer;
    private readonly int visitor;
    private readonly int previous;
    private readonly int groupJoined;
    private readonly int ownSource;
    private readonly HashSet<int> verifyingEmails;
    private readonly HashSet<int> verifyingPhones;
    private readonly Dictionary<int, HandDecision?> decisionNames = [];
    private readonly Dictionary<(IdentifierKind, string), long> written = [];
    private readonly Dictionary<(IdentifierKind, string), long> places = [];
    private readonly List<(IdentifierKind Kind, string Value)> contacts = [];
    private readonly List<ContactClaim> claims = [];
    private readonly ILogNames names;

    public IdentityPortion(ILogNames names, IdentitySettings settings, Vouching vouching)
    {
        this.names = names;
        phone = settings.Phone;
        customer = names.FindObjectType("customer");
        visitor = names.FindObjectType("visitor");
        previous = names.FindQualifier("previous");
        groupJoined = names.FindEventName("Group Joined");
        ownSource = names.FindSource(HandEvents.Source);
        verifyingEmails = [.. vouching.Emails.Select(names.FindSource).Where(s => s != 0)];
        verifyingPhones = [.. vouching.Phones.Select(names.FindSource).Where(s => s != 0)];
    }

    public Dictionary<(long A, long B, LinkReason Reason), LinkEvidence> Links { get; } = [];

    /// <summary>Links and decisions in it.</summary>
    public int Facts => Links.Count + Decisions.Count;

    public List<(long A, long B, long Position, long Time, HandDecision Decision)> Decisions { get; } = [];

    /// <summary>Addresses and numbers; the first has the place -1, the next -2.</summary>
    public IReadOnlyList<(IdentifierKind Kind, string Value)> Contacts => contacts;

    public void Add(in CodedEvent item)
    {
        long subject = 0;
        long device = 0;
        long former = 0;
        long formerDevice = 0;
        bool several = false;
        for (int i = 0; i < item.Objects.Length; i++)
        {
            int type = item.ObjectTypes[i];
            if (type == customer && item.Qualifiers[i] == previous && previous != 0)
            {
                former = item.Objects[i];
            }
            else if (type == visitor && item.Qualifiers[i] == previous && previous != 0)
            {
                formerDevice = item.Objects[i];
            }
            else if (type == customer)
            {
                several |= subject != 0 && subject != item.Objects[i];
                subject = item.Objects[i];
            }
            else if (type == visitor)
            {
                several |= device != 0 && device != item.Objects[i];
                device = item.Objects[i];
            }
        }

        if (ownSource != 0 && item.Source == ownSource)
        {
            Decide(item);
            return;
        }

        // Two customers in one event are a buyer and a seller; whose visitor or address it is, is not said.
        if ((subject | device | former) == 0 || several)
        {
            return;
        }

        Link(subject != 0 ? subject : former, device, LinkReason.Together, item);
        Link(subject, former, LinkReason.Alias, item);

        // A previousId does not say of which kind it is: the customer and the visitor of that name are one.
        Link((subject | device) == 0 ? 0 : former != 0 ? former : subject, formerDevice, LinkReason.Alias, item);
        if (ContactReader.MayHold(item.Attributes) && (subject != 0 || (device != 0 && former == 0)))
        {
            Claim(subject != 0 ? subject : device, item);
        }
    }

    private void Claim(long owner, in CodedEvent item)
    {
        claims.Clear();
        ContactReader.Read(item.Attributes, item.Name == groupJoined && groupJoined != 0, claims);
        foreach (ContactClaim claim in claims)
        {
            HashSet<int> verifying = claim.Kind == IdentifierKind.Email ? verifyingEmails : verifyingPhones;
            Link(owner, PlaceOfWritten(claim.Kind, claim.Value), LinkReasons.Of(claim.Kind, claim.Verified || (claim.IsTrait && verifying.Contains(item.Source))), item);
        }
    }

    private void Decide(in CodedEvent item)
    {
        if (!decisionNames.TryGetValue(item.Name, out HandDecision? decision))
        {
            decisionNames.Add(item.Name, decision = HandEvents.DecisionOf(names.EventName(item.Name)));
        }

        if (decision is null)
        {
            return;
        }

        long other = item.Objects.Length == 2 ? item.Objects[1] : HandEvents.ContactOf(item.Attributes) is { } contact ? PlaceOf(contact.Kind, contact.Value) : 0;
        if (other != 0)
        {
            Decisions.Add((item.Objects[0], other, item.Position, item.Time, decision.Value));
        }
    }

    private void Link(long a, long b, LinkReason reason, in CodedEvent item)
    {
        if (a != 0 && b != 0 && a != b)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Links, (a, b, reason), out _).Add(item.Position, item.Time);
        }
    }

    /// <summary>The place of an address or number as it was written; 0 where it is none.</summary>
    private long PlaceOfWritten(IdentifierKind kind, string text)
    {
        ref long place = ref CollectionsMarshal.GetValueRefOrAddDefault(written, (kind, text), out bool known);
        if (!known)
        {
            place = (kind == IdentifierKind.Email ? EmailAddress.Canonical(text) : phone.Canonical(text)) is { } canonical ? PlaceOf(kind, canonical) : 0;
        }

        return place;
    }

    private long PlaceOf(IdentifierKind kind, string canonical)
    {
        ref long place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (kind, canonical), out bool known);
        if (!known)
        {
            contacts.Add((kind, canonical));
            place = -contacts.Count;
        }

        return place;
    }
}
