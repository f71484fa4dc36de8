namespace Tajriba.ProcessMining.Ocel;

/// <summary>The attribute types of OCEL 2.0.</summary>
public enum OcelValueType
{
    /// <summary>Any text.</summary>
    String = 0,

    /// <summary>An instant.</summary>
    Time = 1,

    /// <summary>A whole number of 64 bits.</summary>
    Integer = 2,

    /// <summary>A finite real number.</summary>
    Float = 3,

    /// <summary>True or false.</summary>
    Boolean = 4,
}
