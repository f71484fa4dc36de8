namespace Tajriba.Demo.Surveys;

/// <summary>What a customer has lived through in a visit.</summary>
internal readonly record struct ServiceExperience(bool Waited, bool Reopened, bool WorseBranch);
