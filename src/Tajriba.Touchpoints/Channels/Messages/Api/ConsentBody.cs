namespace Tajriba.Touchpoints.Channels.Messages.Api;

/// <summary>A person's word on a topic (<c>*</c> for every topic), said elsewhere.</summary>
internal sealed record ConsentBody(string? Customer, string? Topic, bool? Allowed);
