namespace Tajriba.Architecture.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    /// <summary>Our own source files below <c>src</c>, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Sources(params string[] extensions)
        => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "wwwroot"))
            .Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    /// <summary>Lines of a baseline file beside these tests, without comments. Such a file may only shrink.</summary>
    public static HashSet<string> Baseline(string name)
    {
        var path = Path.Combine(Root, "tests", "Tajriba.Architecture.Tests", name);
        return File.ReadLines(path)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
    }
}
