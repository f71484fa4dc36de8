using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>A part of a text that moved its sentiment.</summary>
/// <param name="Start">The index of its first UTF-16 unit in the text as written.</param>
/// <param name="End">The index after its last.</param>
/// <param name="Weight">How far it moved the odds of positive against negative, in logits; below 0 towards negative.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SentimentSpan(int Start, int End, double Weight);
