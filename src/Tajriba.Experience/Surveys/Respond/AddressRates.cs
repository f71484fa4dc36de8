namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// What one address may do in a while. A branch's customers share one, so that it is much for people and little for a machine
/// that fills a survey with inventions or tries addresses out.
/// </summary>
internal sealed class AddressRates(TimeProvider clock)
{
    /// <summary>Forms that are posted.</summary>
    public AddressBudget Posts { get; } = new(10, 200, clock);

    /// <summary>Addresses that lead nowhere; who tried too many is not looked up any more.</summary>
    public AddressBudget Misses { get; } = new(0.5, 60, clock);

    /// <summary>Answers begun without a link of one's own, which take room.</summary>
    public AddressBudget Begun { get; } = new(2, 200, clock);

    /// <summary>Openings that are told to the log.</summary>
    public AddressBudget Opened { get; } = new(1, 200, clock);
}
