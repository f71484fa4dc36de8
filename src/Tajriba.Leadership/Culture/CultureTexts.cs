namespace Tajriba.Leadership.Culture;

/// <summary>Texts of the pages of the room.</summary>
public sealed class CultureTexts;
