using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What persons decide of identifiers, as events of the log. Only this room's own count: a name proves nothing.</summary>
public static class HandEvents
{
    public const string Source = "room:customers";

    private const string Joined = "Identities Joined by Hand";
    private const string Parted = "Identities Kept Apart by Hand";
    private const string TakenBack = "Identity Decision Taken Back";
    private const string EmailMember = "email";
    private const string PhoneMember = "phone";

    public static string NameOf(HandDecision decision) => decision switch
    {
        HandDecision.Same => Joined,
        HandDecision.Never => Parted,
        _ => TakenBack,
    };

    public static HandDecision? DecisionOf(string name) => name switch
    {
        Joined => HandDecision.Same,
        Parted => HandDecision.Never,
        TakenBack => HandDecision.None,
        _ => null,
    };

    /// <param name="decision">What was decided.</param>
    /// <param name="one">A customer or visitor.</param>
    /// <param name="other">Any other identifier.</param>
    /// <param name="personId">Who decided.</param>
    /// <param name="time">When.</param>
    public static NewEvent Make(HandDecision decision, IdentityNode one, IdentityNode other, long personId, DateTimeOffset time)
    {
        var attributes = new Dictionary<string, object> { ["by"] = personId };
        List<ObjectRef> objects = [Ref(one)];
        switch (other.Kind)
        {
            case IdentifierKind.Email:
                attributes[EmailMember] = other.Id;
                break;
            case IdentifierKind.Phone:
                attributes[PhoneMember] = other.Id;
                break;
            default:
                objects.Add(Ref(other));
                break;
        }

        return new NewEvent
        {
            Source = Source,
            Id = Guid.CreateVersion7(time).ToString("D"),
            Name = NameOf(decision),
            Time = time,
            Objects = objects,
            Attributes = JsonSerializer.Serialize(attributes),
        };
    }

    /// <summary>The address or number that a decision names beside its only object, or null.</summary>
    public static (IdentifierKind Kind, string Value)? ContactOf(ReadOnlySpan<byte> attributes)
    {
        var reader = new Utf8JsonReader(attributes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                IdentifierKind? kind = reader.ValueTextEquals(EmailMember) ? IdentifierKind.Email : reader.ValueTextEquals(PhoneMember) ? IdentifierKind.Phone : null;
                reader.Read();
                if (kind is not null && reader.TokenType == JsonTokenType.String)
                {
                    return (kind.Value, reader.GetString()!);
                }
            }
        }

        return null;
    }

    private static ObjectRef Ref(IdentityNode node) => new(node.Kind == IdentifierKind.Customer ? "customer" : "visitor", node.Id);
}
