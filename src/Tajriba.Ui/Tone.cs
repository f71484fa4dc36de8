namespace Tajriba.Ui;

/// <summary>What a colour means. Never the only carrier of the meaning: words or a sign stand beside it.</summary>
public enum Tone
{
    /// <summary>No judgement; also a change that is not real.</summary>
    Neutral,
    Accent,
    Good,
    Warning,
    Bad,
}
