namespace Tajriba.ProcessMining;

public sealed partial class EventLog
{
    /// <summary>
    /// Cuts each case into journey instances by a rule, in one pass; objects without an instance do not appear. The columns are
    /// shared: where every instance is a run of neighbouring events nothing is copied, else the events that belong are marked.
    /// </summary>
    public JourneyLog Split(JourneyRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        bool[]? belongs = rule.Belongs is null ? null : FilterEngine.Mark(Activities, rule.Belongs);
        bool[]? opens = rule.Opens is null ? null : FilterEngine.Mark(Activities, rule.Opens);
        bool[]? closes = rule.Closes is null ? null : FilterEngine.Mark(Activities, rule.Closes);
        long timeOut = rule.TimeOutMicroseconds ?? long.MaxValue;
        var pieces = new Pieces();
        ReadOnlySpan<int> codes = ActivityCodes;
        ReadOnlySpan<long> times = Times;
        ReadOnlySpan<int> bounds = CaseOffsets;
        for (int c = 0; c < CaseCount; c++)
        {
            int first = -1;
            int last = -1;
            int count = 0;
            for (int e = bounds[c]; e < bounds[c + 1]; e++)
            {
                int a = codes[e];
                if (belongs is not null && !belongs[a])
                {
                    continue;
                }

                bool opening = opens is null || opens[a];
                if (first >= 0 && times[e] - times[last] > timeOut)
                {
                    pieces.Add(c, first, last, count, JourneyEnd.TimedOut);
                    first = -1;
                }
                else if (first >= 0 && rule.OpensAnew && opens is not null && opening)
                {
                    pieces.Add(c, first, last, count, JourneyEnd.Reopened);
                    first = -1;
                }

                if (first < 0 && !opening)
                {
                    continue;
                }

                (first, count) = first < 0 ? (e, 1) : (first, count + 1);
                last = e;
                if (closes is not null && closes[a])
                {
                    pieces.Add(c, first, last, count, JourneyEnd.Closed);
                    first = -1;
                }
            }

            if (first >= 0)
            {
                pieces.Add(c, first, last, count, JourneyEnd.Open);
            }
        }

        return new JourneyLog(pieces.View(this, belongs), [.. pieces.Ends]);
    }

    /// <summary>Instances as they are found: where each begins and ends in the log, and whether foreign events stand in between.</summary>
    private sealed class Pieces
    {
        private readonly List<int> _cases = [];
        private readonly List<int> _firsts = [];
        private readonly List<int> _afters = [];
        private int _events;
        private bool _gaps;

        public List<JourneyEnd> Ends { get; } = [];

        public void Add(int caseIndex, int first, int last, int count, JourneyEnd end)
        {
            _cases.Add(caseIndex);
            _firsts.Add(first);
            _afters.Add(last + 1);
            _events += count;
            _gaps |= last + 1 - first != count;
            Ends.Add(end);
        }

        public LogView View(EventLog log, bool[]? belongs)
        {
            int[] cases = [.. _cases];
            int[] starts = [.. _firsts];
            int[] ends = [.. _afters];
            if (!_gaps)
            {
                return log.All().WithPieces(starts, ends, cases);
            }

            LogView whole = log.All();
            ulong[] bits = EventSelection.Bits(whole);
            ReadOnlySpan<int> codes = log.ActivityCodes;
            int at = 0;
            for (int i = 0; i < starts.Length; i++)
            {
                int from = starts[i];
                starts[i] = at;
                for (int e = from; e < ends[i]; e++)
                {
                    if (belongs![codes[e]])
                    {
                        bits[e >> 6] |= 1UL << e;
                        at++;
                    }
                }

                ends[i] = at;
            }

            return whole.WithPieces(starts, ends, cases, EventSelection.Of(whole, bits, _events));
        }
    }
}
