namespace Tajriba.Demo.Story;

/// <summary>The eight channels of the group; the name in lower case is what events carry.</summary>
public enum Channel
{
    None,
    Branch,
    Phone,
    Website,
    App,
    Sms,
    Email,
    Social,
    Messenger,
}
