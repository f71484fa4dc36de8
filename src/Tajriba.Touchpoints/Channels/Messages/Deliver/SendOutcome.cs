namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

internal enum SendOutcome
{
    Taken,
    Again,
    Refused,
}
