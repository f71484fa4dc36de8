namespace Tajriba.Browser.Tests.Clients;

/// <summary>What becomes of requests at the <see cref="Gate"/>.</summary>
internal enum GateMode
{
    /// <summary>They pass.</summary>
    Open,

    /// <summary>503 without a word on when to come again.</summary>
    Unavailable,

    /// <summary>429 with <c>Retry-After: 1</c>.</summary>
    Busy,

    /// <summary>They pass, and the connection is cut instead of the answer.</summary>
    AnswersLost,
}
