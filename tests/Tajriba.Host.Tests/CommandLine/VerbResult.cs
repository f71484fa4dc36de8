namespace Tajriba.Host.Tests.CommandLine;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record VerbResult(int ExitCode, string Output, string Error);
