using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Customers.View;

/// <param name="Known">The object; of a person's, the one that names the person.</param>
/// <param name="Page">One page of its events, newest first; of a person, of all their objects.</param>
/// <param name="Summary">All of it in short.</param>
/// <param name="Identity">Why its objects are one; null where there is only one and nothing to say.</param>
public sealed record ObjectHistory(KnownObject Known, Timeline Page, ObjectSummary Summary, PersonIdentity? Identity);
