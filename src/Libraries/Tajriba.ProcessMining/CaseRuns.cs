namespace Tajriba.ProcessMining;

/// <summary>The cases of events in their order of arrival: so many events of this case, so many of that one; at most 255 in a run.</summary>
internal readonly ref struct CaseRuns(ReadOnlySpan<int> cases, ReadOnlySpan<byte> lengths)
{
    public int Count => Lengths.Length;

    public ReadOnlySpan<int> Cases { get; } = cases;

    public ReadOnlySpan<byte> Lengths { get; } = lengths;
}
