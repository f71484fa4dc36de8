using Tajriba.Kernel.Access;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback;

/// <summary>What customers wrote, for those who may and those who may not see what it says of persons.</summary>
internal static class PersonalData
{
    /// <summary>The text as somebody may see it: without addresses and numbers of persons unless they hold the permission over its unit.</summary>
    public static string Shown(ICurrentPerson person, string text, string? unit) => person.ScopeOf(FeedbackPermissions.Personal).Contains(unit) ? text : Redaction.Redact(text);
}
