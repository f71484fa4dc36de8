using System.IO.Compression;
using System.Text;

namespace Tajriba.Bench;

/// <summary>Makes the logs: bpic2012 repeated with shifted case ids as CSV of three columns, and one with its rows shuffled.</summary>
internal static class BenchLogs
{
    public const int Small = 20;
    public const int Large = 76;
    private const int Seed = 2012;
    private const int CaseShift = 1_000_000;

    public static string Ordered(string folder, int times) => Path.Combine(folder, $"bpic2012x{times}.csv");

    public static string Shuffled(string folder) => Path.Combine(folder, $"bpic2012x{Small}-shuffled.csv");

    public static string Journeys { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("TAJRIBA_SHARED") ?? Path.Combine(Root(), "..", "shared"), "data", "journeys");

    public static string Root()
    {
        DirectoryInfo at = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Tajriba.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The repository's root is not above the program.");
        }

        return at.FullName;
    }

    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Ordered(folder, Small)) && File.Exists(Ordered(folder, Large)) && File.Exists(Shuffled(folder)))
        {
            return;
        }

        List<(int Case, string Tail)> rows = Rows();
        Repeat(rows, Ordered(folder, Small), Small);
        Repeat(rows, Ordered(folder, Large), Large);
        if (!File.Exists(Shuffled(folder)))
        {
            string[] lines = File.ReadAllLines(Ordered(folder, Small));
            new Random(Seed).Shuffle(lines.AsSpan(1));
            File.WriteAllLines(Shuffled(folder), lines);
        }
    }

    /// <summary>bpic2012 so many times with shifted case ids.</summary>
    public static string MakeRepeated(string folder, int times)
    {
        Directory.CreateDirectory(folder);
        Repeat(Rows(), Ordered(folder, times), times);
        return Ordered(folder, times);
    }

    private static List<(int Case, string Tail)> Rows()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Journeys, "bpic2012.csv.gz")), CompressionMode.Decompress));
        reader.ReadLine();
        var rows = new List<(int, string)>();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            rows.Add((int.Parse(cells[0]), $",{cells[1]},{cells[2]}"));
        }

        return rows;
    }

    private static void Repeat(List<(int Case, string Tail)> rows, string file, int times)
    {
        if (File.Exists(file))
        {
            return;
        }

        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine("case_id,activity,timestamp");
        for (int k = 0; k < times; k++)
        {
            foreach ((int id, string rest) in rows)
            {
                writer.Write(id + (k * CaseShift));
                writer.WriteLine(rest);
            }
        }
    }
}
