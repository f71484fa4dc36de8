namespace Tajriba.Ui.Drawings;

public enum MapNodeKind
{
    Activity,

    /// <summary>Where journeys begin: a round mark.</summary>
    Start,

    /// <summary>Where journeys end: a round mark.</summary>
    End,
}
