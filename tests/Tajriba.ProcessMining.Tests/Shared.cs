namespace Tajriba.ProcessMining.Tests;

/// <summary>The folder of real logs and oracles beside the repository; absent in a newcomer's clone.</summary>
internal static class Shared
{
    public static string? Root { get; } = Find();

    public static string File(params string[] parts)
    {
        Skip.If(Root is null, "the shared folder with real logs is not here");
        return Path.Combine([Root!, .. parts]);
    }

    private static string? Find()
    {
        string? given = Environment.GetEnvironmentVariable("TAJRIBA_SHARED");
        if (!string.IsNullOrEmpty(given))
        {
            return Directory.Exists(given) ? given : null;
        }

        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Tajriba.slnx")))
            {
                string beside = Path.Combine(at.FullName, "..", "shared");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
