namespace Tajriba.Tests;

/// <summary>The checkout that the tests run from, and the folder of real logs and oracles that may lie beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of the shared folder (<c>TAJRIBA_SHARED</c>, or <c>../shared</c>); a newcomer's clone has none, and the test is skipped.</summary>
    public static string Shared(params string[] parts)
    {
        string folder = Environment.GetEnvironmentVariable("TAJRIBA_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");
        Skip.IfNot(Directory.Exists(folder), "The shared folder with real logs and oracles is not here.");
        return Path.Combine([folder, .. parts]);
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tajriba.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from within the checkout.");
    }
}
