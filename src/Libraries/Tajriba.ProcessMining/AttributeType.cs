namespace Tajriba.ProcessMining;

/// <summary>The type an attribute was declared with in its source. Values themselves are kept as their text.</summary>
public enum AttributeType
{
    /// <summary>Any text.</summary>
    Text = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary>A real number.</summary>
    Real = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 3,

    /// <summary>An ISO 8601 date or time.</summary>
    Time = 4,

    /// <summary>An identifier (XES <c>id</c>).</summary>
    Identifier = 5,
}
