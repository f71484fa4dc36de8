namespace Tajriba.Ui;

/// <summary>The reader's digits and separators, for scripts that write numbers while one looks.</summary>
public sealed record DigitSigns(char Zero, char Group, char Point, char Percent);
