using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>A topic of one sentence of a text.</summary>
/// <param name="Start">The index of the sentence's first UTF-16 unit in the text as written.</param>
/// <param name="End">The index after its last.</param>
/// <param name="Label">The topic.</param>
/// <param name="Score">How likely the sentence is about it: 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SentenceTopic(int Start, int End, string Label, double Score);
