using System.Reflection;

namespace Tajriba.Kernel.Storage;

/// <summary>Where numbered SQL steps lie: embedded files <c>Prefix.Sqlite.0001_name.sql</c> and <c>Prefix.Postgres.0001_name.sql</c>.</summary>
/// <param name="Name">Owner of the steps; a room's name, or <c>kernel</c>.</param>
/// <param name="Assembly">The assembly that holds the files.</param>
/// <param name="Prefix">Resource prefix, <c>Namespace.Storage</c>.</param>
public sealed record SchemaSource(string Name, Assembly Assembly, string Prefix);
