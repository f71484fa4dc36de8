namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>How far feedback that was told already is read again after a change of the taxonomy.</summary>
/// <param name="For">When the change was made.</param>
/// <param name="From">Id of the latest feedback when it began; it goes from there backwards.</param>
/// <param name="Below">What is older than this id is still to be read; 0 when all is done.</param>
public sealed record TopicRelabelling(DateTimeOffset For, long From, long Below)
{
    /// <summary>Name under which it is kept.</summary>
    public const string Name = "feedback.topics";

    public bool IsDone => Below <= 0;

    /// <summary>0 to 1.</summary>
    public double Share => IsDone || From <= 0 ? 1 : 1 - ((double)Below / From);
}
