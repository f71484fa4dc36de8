namespace Tajriba.Host.CommandLine.Stats;

/// <summary>What is wrong with the input of a method: the member, then the reason, on one line.</summary>
/// <param name="member">Where it stands, as <c>wave1.promoters</c> or <c>scores[3]</c>, counted from 0.</param>
/// <param name="reason">What it must be, or what it does not fit.</param>
public sealed class MethodInputException(string member, string reason) : FormatException($"{member}: {reason}")
{
    /// <summary>The member that is wrong.</summary>
    public string Member { get; } = member;

    /// <summary>Why it is wrong.</summary>
    public string Reason { get; } = reason;
}
