namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>What became of one try.</summary>
/// <param name="Outcome">Taken, refused for good, or to be tried again.</param>
/// <param name="RemoteId">The gateway's own id of it.</param>
/// <param name="Error">Why not, without the address.</param>
internal sealed record SendAnswer(SendOutcome Outcome, string? RemoteId = null, string? Error = null)
{
    public static SendAnswer Again(string error) => new(SendOutcome.Again, Error: error);

    public static SendAnswer Refused(string error) => new(SendOutcome.Refused, Error: error);
}
