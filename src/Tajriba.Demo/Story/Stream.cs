namespace Tajriba.Demo.Story;

/// <summary>What a throw of the dice is for; each has a stream of its own.</summary>
internal enum Stream
{
    Profile = 1,
    Life,
    Lead,
    Order,
    Visit,
    Reopening,
    Complaint,
    Contact,
    Employee,
    Visitor,
    Answer,
    Feedback,
    Opinion,
    Maturity,
    Culture,
}
