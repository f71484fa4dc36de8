namespace Tajriba.Kernel.Log;

/// <summary>
/// Says of which live events a follower of the log needs the attributes, while they are at hand: it then finds those of
/// <see cref="IExperienceLog.ScanWanted"/> in memory and need not read all of them from the database.
/// </summary>
public interface IAttributeInterest
{
    /// <param name="attributes">A JSON object as UTF-8, or empty.</param>
    bool Wants(ReadOnlySpan<byte> attributes);
}
