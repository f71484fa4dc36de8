using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.View;

/// <param name="Known">The object.</param>
/// <param name="Page">One page of its events, newest first.</param>
/// <param name="Summary">All of it in short.</param>
public sealed record ObjectHistory(KnownObject Known, Timeline Page, ObjectSummary Summary);
