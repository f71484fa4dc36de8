namespace Tajriba.Kernel.Storage;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
