namespace Tajriba.Questionnaires;

/// <summary>What a question measures, from its member <c>measure</c>.</summary>
public enum Measure
{
    /// <summary>Net promoter score: 0 to 10.</summary>
    Nps,

    /// <summary>Satisfaction with one thing.</summary>
    Csat,

    /// <summary>Customer effort.</summary>
    Ces,

    /// <summary>Weighted satisfaction index over service attributes.</summary>
    Csi,

    /// <summary>Net promoter score of employees: 0 to 10.</summary>
    Enps,

    /// <summary>Kano pairs: functional and dysfunctional.</summary>
    Kano,

    /// <summary>SERVQUAL: expectation and perception.</summary>
    Servqual,
}
