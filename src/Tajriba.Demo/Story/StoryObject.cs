using System.Globalization;
using System.Text;
using Tajriba.Demo.Group;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>An object of the story in four bytes: its kind, the customer it belongs to (or its own number) and its place among that customer's.</summary>
public readonly record struct StoryObject
{
    private const int PlaceBits = 8;
    private const int KindShift = 28;

    private readonly uint code;

    internal StoryObject(ObjectKind kind, int number, int place = 0)
        => code = ((uint)kind << KindShift) | ((uint)number << PlaceBits) | (uint)place;

    public ObjectKind Kind => (ObjectKind)(code >> KindShift);

    /// <summary>Number of the customer or employee that the object belongs to; the place of a unit in <see cref="DemoGroup.Units"/>, of a survey in <see cref="DemoSurveys.All"/>.</summary>
    public int Number => (int)((code & ((1u << KindShift) - 1)) >> PlaceBits);

    /// <summary>Place among the objects of the same kind of that customer or employee.</summary>
    public int Place => (int)(code & ((1u << PlaceBits) - 1));

    public bool IsNone => code == 0;

    internal uint Code => code;

    /// <summary>The identifier as the group's systems would write it: <c>K-10482</c>, <c>S-10482-3</c>, a unit's code, a survey's key.</summary>
    public string Id => Encoding.UTF8.GetString(WriteId(stackalloc byte[24]));

    /// <summary>Writes the identifier in UTF-8 and returns what was written.</summary>
    /// <param name="target">At least 24 bytes.</param>
    public ReadOnlySpan<byte> WriteId(Span<byte> target)
    {
        if (Kind is ObjectKind.Unit or ObjectKind.Survey)
        {
            return target[..Encoding.UTF8.GetBytes(Kind == ObjectKind.Unit ? DemoGroup.Codes[Number] : DemoSurveys.All[Number].Key, target)];
        }

        target[0] = Letters[(int)Kind];
        target[1] = (byte)'-';
        (Number + (Kind is ObjectKind.Employee ? 1 : 10_001)).TryFormat(target[2..], out var written, default, CultureInfo.InvariantCulture);
        written += 2;
        if (Kind is not (ObjectKind.Customer or ObjectKind.Employee))
        {
            target[written++] = (byte)'-';
            (Place + 1).TryFormat(target[written..], out var more, default, CultureInfo.InvariantCulture);
            written += more;
        }

        return target[..written];
    }

    private static ReadOnlySpan<byte> Letters => "?KLFOVSCWER"u8;
}
