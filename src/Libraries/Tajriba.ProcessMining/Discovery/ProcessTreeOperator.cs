namespace Tajriba.ProcessMining.Discovery;

/// <summary>What a node of a <see cref="ProcessTree"/> says about its children.</summary>
public enum ProcessTreeOperator
{
    /// <summary>A visible activity; no children.</summary>
    Activity,

    /// <summary>The silent step: nothing is seen; no children.</summary>
    Tau,

    /// <summary>All children, one after the other.</summary>
    Sequence,

    /// <summary>Exactly one of the children.</summary>
    Choice,

    /// <summary>All children, interleaved in any way.</summary>
    Parallel,

    /// <summary>Two children: the first at least once, the second between two executions of the first.</summary>
    Loop,
}
