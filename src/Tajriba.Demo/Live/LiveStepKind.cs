namespace Tajriba.Demo.Live;

/// <summary>What a step is to its client.</summary>
public enum LiveStepKind
{
    /// <summary>Something with a name of its own.</summary>
    Event,

    /// <summary>A page of the website or a screen of the app.</summary>
    View,
}
