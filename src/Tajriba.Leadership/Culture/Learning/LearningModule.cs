namespace Tajriba.Leadership.Culture.Learning;

/// <summary>One step of a learning path.</summary>
/// <param name="Key">Tells it from the others of its path, for good.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What to read or to do.</param>
/// <param name="Link">A page of the product or an https address with more, or null.</param>
public sealed record LearningModule(string Key, string Title, string Text, string? Link);
