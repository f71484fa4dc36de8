using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>How likely a text is negative, neutral and positive; the three sum to 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SentimentScore(double Negative, double Neutral, double Positive)
{
    /// <summary>The likeliest: <c>neg</c>, <c>neu</c> or <c>pos</c>.</summary>
    public string Label => Neutral >= Negative && Neutral >= Positive ? "neu" : Negative >= Positive ? "neg" : "pos";

    /// <summary>Positive less negative: -1 to 1.</summary>
    public double Balance => Positive - Negative;
}
