using System.Text;

namespace Tajriba.Bench;

/// <summary>The i-th event of the log's bench: 20,000 customers who return at random, visits of eight events, 16 bytes of attributes.</summary>
internal readonly record struct LogRow(long Time, byte[] Customer, byte[] Visit, byte[] Attributes)
{
    private static readonly byte[] Amount = """{"amount":12345}"""u8.ToArray();

    public static LogRow Of(int i) => new(
        1_700_000_000_000_000 + (i * 60_000_000L),
        Encoding.UTF8.GetBytes($"c{(uint)(i * 2654435761L) % 20_000}"),
        Encoding.UTF8.GetBytes($"v{i / 8}"),
        Amount);
}
