namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Where a file may stand that an input names by a path.</summary>
internal static class InputFiles
{
    /// <summary>As given (from where the caller stands), then from the input's folder and each folder above it.</summary>
    public static string? Find(string given, string? folder)
    {
        if (File.Exists(given))
        {
            return Path.GetFullPath(given);
        }

        for (DirectoryInfo? at = new(folder ?? Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, given);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
