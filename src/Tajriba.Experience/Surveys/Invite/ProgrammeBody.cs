namespace Tajriba.Experience.Surveys.Invite;

/// <summary>A programme as the API takes it. The key is chosen by the name where it is left out, and stands once it is made.</summary>
internal sealed record ProgrammeBody(string? Key, string? Name, string? Survey, ProgrammeSettings? Settings);
