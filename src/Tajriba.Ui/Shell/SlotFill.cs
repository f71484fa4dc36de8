namespace Tajriba.Ui;

/// <summary>What an outer room puts into a place that an inner room's page offers. Registered as a singleton.</summary>
/// <param name="Slot">Name of the place: <c>customers.page</c>.</param>
/// <param name="Component">The component that stands there; it takes the parameters that the place gives.</param>
/// <param name="Order">Position among the others, ascending.</param>
public sealed record SlotFill(string Slot, Type Component, int Order);
