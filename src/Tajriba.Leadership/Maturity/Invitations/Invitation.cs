using Tajriba.Leadership.Maturity.Campaigns;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>Somebody who is asked by name.</summary>
/// <param name="Campaign">Number of the assessment.</param>
/// <param name="Person">Id of who is asked.</param>
/// <param name="Unit">Code of the unit that the person answers for.</param>
/// <param name="Role">From where the person looks.</param>
/// <param name="HasAnswered">Whether a sheet was handed in.</param>
/// <param name="RemindedOn">Day of the last reminder, or null.</param>
/// <param name="SheetToken">Of an assessment with names: the sheet that was begun, so that its person finds it again.</param>
public sealed record Invitation(long Campaign, long Person, string Unit, AnswerRole Role, bool HasAnswered, DateOnly? RemindedOn, string? SheetToken)
{
    /// <summary>Most that are asked by name in one assessment.</summary>
    public const int Most = 2_000;

    /// <summary>Where the person begins or goes on.</summary>
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/maturity/invitations/{Campaign}");
}
