namespace Tajriba.Questionnaires;

/// <summary>What a name stands for.</summary>
/// <param name="Value">The value, as expressions see it.</param>
/// <param name="Words">How a text shows it; null for as it is.</param>
/// <param name="Ordered">Whether the order of its members counts where it is compared.</param>
internal readonly record struct Found(object? Value, Func<object?, object?>? Words = null, bool Ordered = false);
