using System.Text.Json;

namespace Tajriba.Host.CommandLine.Text;

/// <summary>A line of input: what identifies it, as it was written, and its text.</summary>
internal sealed record TextLine(JsonElement Id, string Text, string? Group);
