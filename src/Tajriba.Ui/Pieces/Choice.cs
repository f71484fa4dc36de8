namespace Tajriba.Ui.Pieces;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">Heading under which it stands, or null.</param>
public sealed record Choice(string Value, string Text, string? Group = null);
