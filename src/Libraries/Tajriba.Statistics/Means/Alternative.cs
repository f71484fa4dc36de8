namespace Tajriba.Statistics;

/// <summary>What a test holds against "no difference".</summary>
public enum Alternative
{
    /// <summary>A difference in either direction.</summary>
    TwoSided,

    /// <summary>The first is larger.</summary>
    Greater,

    /// <summary>The first is smaller.</summary>
    Less,
}
