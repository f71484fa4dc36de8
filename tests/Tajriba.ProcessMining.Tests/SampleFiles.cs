namespace Tajriba.ProcessMining.Tests;

/// <summary>The repository's own example logs and documents.</summary>
internal static class SampleFiles
{
    public static string Root { get; } = Find();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    public static string Document(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        DirectoryInfo at = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Tajriba.slnx")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return at.FullName;
    }
}
