using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>What a process has used, from <c>/proc</c>.</summary>
internal static class ProcessCost
{
    private const double TicksPerSecond = 100;

    /// <summary>User and kernel seconds; with those of its ended children, if asked.</summary>
    public static double CpuSeconds(int process, bool withEndedChildren = false)
    {
        string stat = File.ReadAllText($"/proc/{process}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Enumerable.Range(11, withEndedChildren ? 4 : 2).Sum(i => long.Parse(fields[i], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Bytes that it caused to be written to disk.</summary>
    public static long BytesWritten(int process) => Field($"/proc/{process}/io", "write_bytes:") - Field($"/proc/{process}/io", "cancelled_write_bytes:");

    /// <summary>Megabytes of memory that it holds now (<c>VmRSS</c>) or held at most (<c>VmHWM</c>).</summary>
    public static double Megabytes(int process, string field = "VmRSS") => Field($"/proc/{process}/status", field + ":") / 1024.0;

    public static int Parent(int process)
    {
        string stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public static IEnumerable<int> Children(int process) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => char.IsAsciiDigit(n![0])).Select(n => int.Parse(n!, CultureInfo.InvariantCulture))
            .Where(id => IsChild(id, process));

    private static bool IsChild(int id, int of)
    {
        try
        {
            return Parent(id) == of;
        }
        catch (IOException)
        {
            return false; // It ended between two looks.
        }
    }

    private static long Field(string file, string name) => long.Parse(
        File.ReadLines(file).First(l => l.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
