using System.Text;

namespace Tajriba.Bench.Collect;

/// <summary>One Segment track call of 487 bytes as a server-side client sends it, some of it Persian, with marks where it changes.</summary>
internal static class EventText
{
    public const int Length = 487;
    public const int Customers = 100_000;
    public const char User = '\u0001';
    public const char Message = '\u0002';
    public const char Time = '\u0003';
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const int UserDigits = 6;
    private const int TimeDigits = 24;

    private static readonly string[] Names =
    [
        "Product Viewed", "Product Added", "Cart Viewed", "Checkout Started", "Payment Info Entered", "Order Completed", "Order Delivered", "Order Returned",
        "Service Booked", "Service Completed", "Survey Answered", "Call Ended", "Ticket Opened", "Ticket Closed", "Coupon Used", "Branch Visited",
    ];

    /// <summary>The text with its marks; each mark stands for the room of its value.</summary>
    public static string Any(Random random)
    {
        string name = Names[random.Next(Names.Length)];
        string start =
            $$$"""{"timestamp":"{{{Time}}}","integrations":{},"event":"{{{name}}}","type":"track","properties":{"order_id":"A-{{{random.Next(10_000, 99_999)}}}","total":{{{random.Next(100_000, 999_999)}}},"branch":"شعبهٔ آزادی","note":"ارسال با پیک"},"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"},"userAgent":""";
        string end = $$$"""},"userId":"u-{{{User}}}","messageId":"node-next-1795316246434-{{{Message}}}","_metadata":{"nodeVersion":"v20.20.2","jsRuntime":"node"}}""";
        int known = Encoding.UTF8.GetByteCount(start + end) - 1 + UserDigits + MessageNumber.Length + TimeDigits;
        return $"{start}\"{new string('x', Length - known)}\"{end}";
    }

    /// <summary>The bytes of a text, and where what changes begins.</summary>
    public static byte[] Lay(string text, List<int> users, List<int> messages, List<int> times, int offset)
    {
        var bytes = new List<byte>(text.Length * 2);
        Span<byte> value = stackalloc byte[MessageNumber.Length];
        foreach (Rune rune in text.EnumerateRunes())
        {
            (List<int>? places, int room) = rune.Value switch
            {
                User => (users, UserDigits),
                Message => (messages, MessageNumber.Length),
                Time => (times, TimeDigits),
                _ => (null, rune.Utf8SequenceLength),
            };
            places?.Add(offset + bytes.Count);
            if (places is null)
            {
                rune.EncodeToUtf8(value);
            }

            bytes.AddRange(value[..room]);
        }

        return [.. bytes];
    }
}
