using System.Text.Json.Nodes;

namespace Tajriba.Demo.Story;

/// <summary>What a case is about, in the words of events: segment, customer type and model.</summary>
internal static class CaseText
{
    private static readonly string[] Models = ["Sahra", "Mahan", "Parvaz", "Kavir", "Aras", "Damavand", "Almas", "Negin", "Atlas", "Bardar", "Karvan", "Rahvar"];
    private static readonly string[] Segments = [.. Enum.GetNames<Segment>().Select(s => s.ToLowerInvariant())];

    /// <summary>The members of a <see cref="CustomerProfile.CaseCode"/>.</summary>
    public static JsonObject Of(int code) => new()
    {
        ["segment"] = Segments[code / 6],
        ["customer_type"] = TypeOf(code % 2 == 1),
        ["model"] = Models[code / 2],
    };

    public static string TypeOf(bool business) => business ? "business" : "private";
}
