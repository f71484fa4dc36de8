namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>What a note on the wall is for.</summary>
public enum Quality
{
    /// <summary>Somebody heard what a customer meant.</summary>
    Listening,

    /// <summary>Somebody made a customer's matter their own until it was settled.</summary>
    Ownership,

    /// <summary>Somebody helped across the border of a team.</summary>
    Teamwork,

    /// <summary>Somebody made something better for good.</summary>
    Improvement,

    /// <summary>Something was reached; told by the product or by whoever leads.</summary>
    Achievement,
}
