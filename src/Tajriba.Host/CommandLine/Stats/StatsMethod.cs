namespace Tajriba.Host.CommandLine.Stats;

/// <summary>A method's name and how it answers an input.</summary>
/// <param name="Name">As the caller writes it.</param>
/// <param name="Answer">An <see cref="Answer"/>, or a list of them.</param>
internal sealed record StatsMethod(string Name, Func<MethodInput, object> Answer);
