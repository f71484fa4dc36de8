namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Somebody who works here and gets a message: consent and attention are customers', and the log is told nothing.</summary>
/// <param name="Id">The house's number of the person.</param>
/// <param name="Address">E-mail address.</param>
public sealed record MessagePerson(long Id, string Address);
