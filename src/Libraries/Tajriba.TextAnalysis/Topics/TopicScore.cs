using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>A topic that a text may be about.</summary>
/// <param name="Label">The topic.</param>
/// <param name="Score">How likely the text is about it: 0 to 1.</param>
/// <param name="Fits">False where the score is below that of 99 in 100 texts like the examples: the text fits no topic.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TopicScore(string Label, double Score, bool Fits);
