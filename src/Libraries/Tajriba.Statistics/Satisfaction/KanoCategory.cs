namespace Tajriba.Statistics;

/// <summary>What a feature is to a customer in Kano's model, in the order that settles ties.</summary>
public enum KanoCategory
{
    /// <summary>M: its absence dissatisfies, its presence is taken for granted.</summary>
    MustBe,

    /// <summary>O: the more, the better.</summary>
    OneDimensional,

    /// <summary>A: its presence delights, its absence is not missed.</summary>
    Attractive,

    /// <summary>I: neither matters.</summary>
    Indifferent,

    /// <summary>R: its absence is preferred.</summary>
    Reverse,

    /// <summary>Q: the two answers contradict each other.</summary>
    Questionable,
}
