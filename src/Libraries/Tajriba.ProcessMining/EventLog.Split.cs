namespace Tajriba.ProcessMining;

public sealed partial class EventLog
{
    /// <summary>Cuts each case into journey instances by a rule, in one pass; objects without an instance do not appear.</summary>
    public JourneyLog Split(JourneyRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        bool[]? belongs = rule.Belongs is null ? null : FilterEngine.Mark(Activities, rule.Belongs);
        bool[]? opens = rule.Opens is null ? null : FilterEngine.Mark(Activities, rule.Opens);
        bool[]? closes = rule.Closes is null ? null : FilterEngine.Mark(Activities, rule.Closes);
        long timeOut = rule.TimeOutMicroseconds ?? long.MaxValue;
        var events = new List<int>(EventCount);
        var offsets = new List<int> { 0 };
        var cases = new List<int>();
        var ends = new List<JourneyEnd>();
        ReadOnlySpan<int> codes = ActivityCodes;
        ReadOnlySpan<long> times = Times;
        ReadOnlySpan<int> bounds = CaseOffsets;
        for (int c = 0; c < CaseCount; c++)
        {
            bool open = false;
            long last = 0;
            for (int e = bounds[c]; e < bounds[c + 1]; e++)
            {
                int a = codes[e];
                if (belongs is not null && !belongs[a])
                {
                    continue;
                }

                bool opening = opens is null || opens[a];
                if (open && times[e] - last > timeOut)
                {
                    Finish(c, JourneyEnd.TimedOut);
                    open = false;
                }
                else if (open && rule.OpensAnew && opens is not null && opening)
                {
                    Finish(c, JourneyEnd.Reopened);
                    open = false;
                }

                if (!open && !opening)
                {
                    continue;
                }

                open = true;
                events.Add(e);
                last = times[e];
                if (closes is not null && closes[a])
                {
                    Finish(c, JourneyEnd.Closed);
                    open = false;
                }
            }

            if (open)
            {
                Finish(c, JourneyEnd.Open);
            }
        }

        int[] source = [.. cases];
        EventLog log = Materializer.Copy(this, [.. offsets], source, [.. events], numbered: true, always: true);
        return new JourneyLog(log, source, [.. ends]);

        void Finish(int caseIndex, JourneyEnd end)
        {
            offsets.Add(events.Count);
            cases.Add(caseIndex);
            ends.Add(end);
        }
    }
}
