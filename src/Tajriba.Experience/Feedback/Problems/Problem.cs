using System.Collections.Immutable;
using System.Globalization;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>A cause behind cases, as its moments have made it. Immutable.</summary>
public sealed record Problem
{
    private Problem(long id, string cause, string? unit) => (Id, Cause, Unit) = (id, cause, unit);

    /// <summary>The house's number of it.</summary>
    public long Id { get; }

    /// <summary>What it is called.</summary>
    public string Code => CodeOf(Id);

    /// <summary>Key of the cause.</summary>
    public string Cause { get; }

    /// <summary>Code of the unit, with all below it, whose problem it is; null for the organization's.</summary>
    public string? Unit { get; }

    public ProblemState State { get; private init; }

    /// <summary>Id of the person who has to mend it.</summary>
    public long? Owner { get; private init; }

    /// <summary>By what it will be seen whether it is mended.</summary>
    public ProblemMeasure? Measure { get; private init; }

    /// <summary>The last fix, while it holds.</summary>
    public ProblemMoment.Fixed? Fix { get; private init; }

    /// <summary>What the chart has decided last.</summary>
    public Verdict? Verdict { get; private init; }

    /// <summary>Since when it is verified, if it is.</summary>
    public DateTimeOffset? VerifiedAt { get; private init; }

    /// <summary>How often it came up again.</summary>
    public int Reopenings { get; private init; }

    /// <summary>All that was done about it, the first first.</summary>
    public ImmutableArray<ProblemMoment> Moments { get; private init; } = [];

    /// <summary>When it was first told of.</summary>
    public DateTimeOffset Since => Moments[0].At;

    /// <summary>What a problem of a number is called.</summary>
    public static string CodeOf(long id) => "P-" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of a code, or null where it is none.</summary>
    public static long? IdOf(string code)
        => code.StartsWith("P-", StringComparison.Ordinal) && long.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;

    /// <summary>The problem that moments make; the first proposes or opens it.</summary>
    public static Problem Of(long id, string cause, string? unit, IEnumerable<ProblemMoment> moments)
        => moments.Aggregate(new Problem(id, cause, unit), (problem, moment) => problem.Changed(moment) with { Moments = problem.Moments.Add(moment) });

    /// <summary>Why something cannot be done now, or null where it can.</summary>
    /// <param name="moment">What is to be done.</param>
    /// <param name="today">The day on which it is done.</param>
    public ProblemFault? Fault(ProblemMoment moment, DateOnly today) => moment switch
    {
        ProblemMoment.Proposed => ProblemFault.NotNow,
        ProblemMoment.Opened => State is ProblemState.Proposed or ProblemState.Dismissed ? null : ProblemFault.NotNow,
        ProblemMoment.Noted noted => string.IsNullOrWhiteSpace(noted.Text) ? ProblemFault.NeedsText : null,
        ProblemMoment.Owned or ProblemMoment.Measured => State is ProblemState.Open or ProblemState.Fixed ? null : ProblemFault.NotNow,
        ProblemMoment.Fixed made => State != ProblemState.Open ? ProblemFault.NotNow
            : Measure is null ? ProblemFault.NeedsMeasure
            : string.IsNullOrWhiteSpace(made.Text) ? ProblemFault.NeedsText
            : made.On > today ? ProblemFault.NotYetFixed
            : null,
        ProblemMoment.Verified => State == ProblemState.Fixed ? null : ProblemFault.NotNow,
        ProblemMoment.Reopened { By: not null } reopened => State is not (ProblemState.Fixed or ProblemState.Verified) ? ProblemFault.NotNow
            : string.IsNullOrWhiteSpace(reopened.Reason) ? ProblemFault.NeedsText : null,
        ProblemMoment.Reopened => State is ProblemState.Fixed or ProblemState.Verified ? null : ProblemFault.NotNow,
        ProblemMoment.Dismissed => State is ProblemState.Proposed or ProblemState.Open ? null : ProblemFault.NotNow,
        _ => ProblemFault.NotNow,
    };

    private Problem Changed(ProblemMoment moment) => moment switch
    {
        ProblemMoment.Proposed => this with { State = ProblemState.Proposed },
        ProblemMoment.Opened => this with { State = ProblemState.Open },
        ProblemMoment.Owned owned => this with { Owner = owned.Owner },
        ProblemMoment.Measured measured => this with { Measure = measured.Measure },
        ProblemMoment.Fixed made => this with { State = ProblemState.Fixed, Fix = made, Verdict = null },
        ProblemMoment.Verified verified => this with { State = ProblemState.Verified, Verdict = verified.Verdict, VerifiedAt = verified.At },
        ProblemMoment.Reopened reopened => this with { State = ProblemState.Open, Fix = null, Verdict = reopened.Verdict ?? Verdict, VerifiedAt = null, Reopenings = Reopenings + 1 },
        ProblemMoment.Dismissed => this with { State = ProblemState.Dismissed },
        _ => this,
    };
}
