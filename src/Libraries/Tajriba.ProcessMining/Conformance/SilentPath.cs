namespace Tajriba.ProcessMining.Conformance;

/// <summary>A marking reached by silent transitions, and the tokens that they took and put.</summary>
internal sealed record SilentPath(int[] Marking, int Consumed, int Produced);
