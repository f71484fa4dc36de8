using System.Runtime.InteropServices;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>
/// Finds for every event the first event of the same object that follows it, in whichever order both come. Of two at the same
/// moment the one that the log has later follows.
/// </summary>
internal sealed class Followers(ObservationTable table)
{
    private const double PerSecond = 1e6;

    private readonly Dictionary<long, Links> byObject = [];
    private readonly List<(long Time, long Position, int Next)> followers = [];
    private readonly List<(long Time, long Position, int Next)> followed = [];

    /// <summary>An event that may be followed; it was just added to the table. Returns the seconds until what follows, as far as is known.</summary>
    public double Followed(long subject, long time, long position)
    {
        ref var links = ref Of(subject);
        followed.Add((time, position, links.Followed));
        links.Followed = followed.Count;
        var first = double.NaN;
        for (var at = links.Follower; at > 0; at = followers[at - 1].Next)
        {
            first = Sooner(first, time, position, followers[at - 1]);
        }

        return first;
    }

    /// <summary>An event that may follow others.</summary>
    public void Follower(long subject, long time, long position)
    {
        ref var links = ref Of(subject);
        followers.Add((time, position, links.Follower));
        links.Follower = followers.Count;
        var values = table.Rows.Values;
        for (var at = links.Followed; at > 0; at = followed[at - 1].Next)
        {
            var (from, of, _) = followed[at - 1];
            var sooner = Sooner(values[at - 1], from, of, (time, position, 0));
            if (!sooner.Equals(values[at - 1]))
            {
                table.Change(at - 1, sooner);
            }
        }
    }

    private ref Links Of(long subject) => ref CollectionsMarshal.GetValueRefOrAddDefault(byObject, subject, out _);

    private static double Sooner(double known, long time, long position, (long Time, long Position, int Next) follower)
    {
        var follows = follower.Time > time || (follower.Time == time && follower.Position > position);
        var seconds = (follower.Time - time) / PerSecond;
        return follows && !(known <= seconds) ? seconds : known;
    }

    private record struct Links(int Followed, int Follower);
}
