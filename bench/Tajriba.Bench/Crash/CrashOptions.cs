using System.Globalization;

namespace Tajriba.Bench.Crash;

/// <summary>How the server is ended, and how often.</summary>
internal sealed record CrashOptions
{
    public int Rounds { get; init; } = 20;

    /// <summary>Events acknowledged in all, at least.</summary>
    public int Acknowledged { get; init; } = 1_000_000;

    /// <summary>Whether the disk forgets at each kill what was not synced.</summary>
    public bool PowerCut { get; init; }

    /// <summary>Whether the disk claims to sync and does not: what must show as loss.</summary>
    public bool IsLying { get; init; }

    public string? Postgres { get; init; }

    public int Seed { get; init; } = 42;

    public static CrashOptions? Parse(string[] arguments)
    {
        var options = new CrashOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--power-cut":
                    options = options with { PowerCut = true };
                    break;
                case "--lying-disk":
                    options = options with { PowerCut = true, IsLying = true };
                    break;
                case "--rounds" when i + 1 < arguments.Length:
                    options = options with { Rounds = int.Parse(arguments[++i], CultureInfo.InvariantCulture) };
                    break;
                case "--acknowledged" when i + 1 < arguments.Length:
                    options = options with { Acknowledged = int.Parse(arguments[++i], CultureInfo.InvariantCulture) };
                    break;
                case "--seed" when i + 1 < arguments.Length:
                    options = options with { Seed = int.Parse(arguments[++i], CultureInfo.InvariantCulture) };
                    break;
                case "--postgres" when i + 1 < arguments.Length:
                    options = options with { Postgres = arguments[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options.PowerCut && options.Postgres is not null ? null : options;
    }
}
