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

    /// <summary>Two subjects turn out to be one: what either did may follow what the other did.</summary>
    public void Join(long from, long into)
    {
        if (from == into || !byObject.Remove(from, out var moved))
        {
            return;
        }

        ref var links = ref Of(into);
        Meet(moved.Followed, links.Follower);
        Meet(links.Followed, moved.Follower);
        links.Followed = Chain(followed, moved.Followed, links.Followed);
        links.Follower = Chain(followers, moved.Follower, links.Follower);
    }

    private void Meet(int firstFollowed, int firstFollower)
    {
        var values = table.Rows.Values;
        for (var at = firstFollowed; at > 0; at = followed[at - 1].Next)
        {
            var (time, position, _) = followed[at - 1];
            var first = values[at - 1];
            for (var other = firstFollower; other > 0; other = followers[other - 1].Next)
            {
                first = Sooner(first, time, position, followers[other - 1]);
            }

            if (!first.Equals(values[at - 1]))
            {
                table.Change(at - 1, first);
            }
        }
    }

    /// <summary>Hangs one list behind the end of another.</summary>
    private static int Chain(List<(long Time, long Position, int Next)> all, int head, int rest)
    {
        if (head == 0)
        {
            return rest;
        }

        var last = head;
        while (all[last - 1].Next > 0)
        {
            last = all[last - 1].Next;
        }

        all[last - 1] = all[last - 1] with { Next = rest };
        return head;
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
