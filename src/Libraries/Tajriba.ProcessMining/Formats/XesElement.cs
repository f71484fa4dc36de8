namespace Tajriba.ProcessMining;

/// <summary>The elements of XES that matter; from <see cref="String"/> on they are attributes.</summary>
internal enum XesElement
{
    Other = 0,
    Log = 1,
    Trace = 2,
    Event = 3,
    String = 4,
    Date = 5,
    Int = 6,
    Float = 7,
    Boolean = 8,
    Id = 9,
    List = 10,
    Container = 11,
}
