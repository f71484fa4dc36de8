namespace Tajriba.Host.CommandLine;

/// <summary>Texts of the command line, which speaks English, as command lines do.</summary>
internal static class CommandTexts
{
    public const string Product = "Tajriba: customer-experience management.";
}
