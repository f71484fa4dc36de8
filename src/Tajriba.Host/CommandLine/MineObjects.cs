using Microsoft.Data.Sqlite;
using Tajriba.ProcessMining;
using Tajriba.ProcessMining.Ocel;

namespace Tajriba.Host.CommandLine;

/// <summary>Object-centric logs for the verb <c>mine</c>: seen by the objects of one type.</summary>
internal static class MineObjects
{
    public static bool Knows(string file) => IsJson(file) || IsDatabase(file);

    public static ReadLog Read(string file, string? objectType, CancellationToken cancel)
    {
        ObjectCentricLog log = IsJson(file) ? ReadJson(file, cancel) : ReadDatabase(file, cancel);
        string types = string.Join(", ", log.ObjectTypes.Select(t => $"'{t.Name}'"));
        if (objectType is null)
        {
            throw new ArgumentException($"an object-centric log needs --object-type, one of {types}");
        }

        if (log.ObjectTypes.All(t => t.Name != objectType))
        {
            throw new ArgumentException($"--object-type '{objectType}': the log has {types}");
        }

        FlattenedLog flat = log.Flatten(objectType);
        if (flat.Lost + flat.Converging + flat.Diverging > 0)
        {
            Console.Error.WriteLine($"seen by '{objectType}': {flat.Lost} events concern none of them, {flat.Converging} concern several ({flat.Copies} copies), {flat.Diverging} repetitions concern other objects");
        }

        return new ReadLog(flat.Log, LogFormat.Ocel, new Rejections());
    }

    private static bool IsJson(string file) => EndsIn(file, ".json") || EndsIn(file, ".jsonocel");

    private static bool IsDatabase(string file) => EndsIn(file, ".sqlite") || EndsIn(file, ".sqlite3") || EndsIn(file, ".db");

    private static bool EndsIn(string file, string ending) => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static ObjectCentricLog ReadJson(string file, CancellationToken cancel)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        return OcelJson.Read(stream, cancel);
    }

    private static ObjectCentricLog ReadDatabase(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"there is no file '{file}'");
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
        }
        catch (SqliteException e)
        {
            throw new LogFormatException($"'{file}' is no SQLite database: {e.Message}", e);
        }

        return OcelDatabase.Read(connection, cancel);
    }
}
