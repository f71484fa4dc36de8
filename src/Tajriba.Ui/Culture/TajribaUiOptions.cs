namespace Tajriba.Ui;

/// <summary>What a host may say about the pages.</summary>
public sealed class TajribaUiOptions
{
    /// <summary>Language of readers of whom nothing is known: <c>en</c>, <c>fa</c> or <c>ar</c>.</summary>
    public string DefaultLanguage { get; set; } = "en";
}
