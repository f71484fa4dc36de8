namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>The texts of invitations by name.</summary>
public sealed class InvitationTexts;
