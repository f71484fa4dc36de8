using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>What is to be measured and how.</summary>
internal sealed record CollectOptions
{
    public static IReadOnlyList<string> Known { get; } = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T11", "CALM"];

    /// <summary>The targets asked for; all where none is named.</summary>
    public IReadOnlyList<string> Targets { get; init; } = Known;

    public string? Postgres { get; init; }

    /// <summary>Processor cores of the servers, so that the load takes none of theirs; null for all.</summary>
    public string? ServerCores { get; init; }

    public int Rounds { get; init; } = 5;

    /// <summary>Events of the large store.</summary>
    public int Events { get; init; } = 2_000_000;

    /// <summary>Length of one measurement.</summary>
    public TimeSpan Stretch { get; init; } = TimeSpan.FromSeconds(3);

    public static CollectOptions? Parse(string[] arguments)
    {
        var options = new CollectOptions();
        var targets = new List<string>();
        for (int i = 0; i < arguments.Length; i++)
        {
            if (Known.Contains(arguments[i], StringComparer.OrdinalIgnoreCase))
            {
                targets.Add(arguments[i].ToUpperInvariant());
                continue;
            }

            if (i + 1 == arguments.Length)
            {
                return null;
            }

            string value = arguments[++i];
            switch (arguments[i - 1])
            {
                case "--postgres":
                    options = options with { Postgres = value };
                    break;
                case "--server-cores":
                    options = options with { ServerCores = value };
                    break;
                case "--rounds":
                    options = options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--events":
                    options = options with { Events = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--seconds":
                    options = options with { Stretch = TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture)) };
                    break;
                default:
                    return null;
            }
        }

        return targets.Count == 0 ? options : options with { Targets = targets };
    }
}
