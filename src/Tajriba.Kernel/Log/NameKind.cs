namespace Tajriba.Kernel.Log;

/// <summary>The dictionaries of the log; the numbers are stored.</summary>
internal enum NameKind
{
    Event = 1,
    Channel = 2,
    Unit = 3,
    ObjectType = 4,
    Source = 5,
    Qualifier = 6,
}
