namespace Tajriba.Host.CommandLine.Stats;

internal sealed partial class MethodInput
{
    /// <summary>What a library makes of a member; what it refuses is refused with the member's name.</summary>
    public T Fit<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw Refuse(name, StatsMethods.Plain(e.Message));
        }
    }
}
