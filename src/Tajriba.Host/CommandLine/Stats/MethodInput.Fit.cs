namespace Tajriba.Host.CommandLine.Stats;

internal sealed partial class MethodInput
{
    /// <summary>
    /// What a library makes of a member; what it refuses is refused with the name of its parameter where the input has a
    /// member of that name, else with the member's.
    /// </summary>
    public T Fit<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw Refuse(e.ParamName is { } parameter && Has(parameter) ? parameter : name, StatsMethods.Plain(e.Message));
        }
    }
}
