using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Feedback.Cases;

/// <summary>Whatever is done to cases in whatever order, by one or by two at once: what is kept is what the moments make of them.</summary>
public sealed class CaseHistoryTests
{
    private const int Steps = 160;
    private static readonly CaseFault?[] AboutTwo = [CaseFault.NoSuchCase, CaseFault.OtherCustomer];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Drawn_deeds_leave_rows_moments_and_log_that_agree(DatabaseProvider provider)
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(provider);
        ICases cases = site.Services.GetRequiredService<ICases>();
        var random = new Random(11);
        var codes = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            codes.Add((await cases.OpenAsync(new("Number " + i, i % 2 == 0 ? "n1" : "s1", CasePriority.Normal) { SubjectType = "customer", SubjectId = "c" + (i % 2) })).Code);
        }

        int done = 0;
        for (int i = 0; i < Steps; i++)
        {
            string code = codes[random.Next(codes.Count)];
            CaseMoment moment = Drawn(random, codes);
            Case before = (await cases.FindAsync(code))!.Case;
            CaseFault? said = before.Fault(moment);
            if (random.Next(4) == 0)
            {
                // Two press the same button: what the first one's deed makes of the case decides for the second.
                CaseFault?[] both = await Task.WhenAll(cases.DoAsync(code, moment, before.Moments.Length), cases.DoAsync(code, moment, before.Moments.Length));
                Assert.True(both.Count(f => f is null) <= 1, moment.ToString());
                Assert.Equal(before.Moments.Length + both.Count(f => f is null), (await cases.FindAsync(code))!.Version);
                done += both.Count(f => f is null);
                continue;
            }

            CaseFault? kept = await cases.DoAsync(code, moment);
            Assert.True(kept == said || (said is null && moment is CaseMoment.Merged && AboutTwo.Contains(kept)), $"{moment}: {said}, {kept}");
            Assert.Equal(before.Moments.Length + (kept is null ? 1 : 0), (await cases.FindAsync(code))!.Version);
            done += kept is null ? 1 : 0;
        }

        Assert.InRange(done, Steps / 4, Steps);
        await AgreesAsync(site, cases, codes);
    }

    private static async Task AgreesAsync(CaptureSite site, ICases cases, List<string> codes)
    {
        var listed = (await cases.PageAsync(new(UnitScope.Everything), null, 50)).ToDictionary(row => row.Code);
        IReadOnlyList<LoggedEvent> log = await site.EventsAsync();
        foreach (string code in codes)
        {
            KeptCase kept = (await cases.FindAsync(code))!;
            Case handled = kept.Case;
            Assert.Equal(handled.Moments.Length, kept.Version);
            Assert.Equal(handled.Moments.OrderBy(m => m.At).Select(m => m.At), handled.Moments.Select(m => m.At));
            Assert.Equal(handled.State is CaseState.New or CaseState.Open or CaseState.Waiting, listed.ContainsKey(code));
            if (listed.TryGetValue(code, out CaseRow? row))
            {
                Assert.Equal((handled.State, handled.Unit, handled.Priority, handled.Handler), (row.State, row.Unit, row.Priority, row.Handler));
            }

            if (handled.MergedInto is { } into)
            {
                Case target = (await cases.FindAsync(into))!.Case;
                Assert.Equal(code, target.Moments.OfType<CaseMoment.Absorbed>().Last(m => m.From == code).From);
            }

            int Told(string name) => log.Count(e => e.Name == name && e.Objects.Any(o => o.Type == "case" && o.Id == code));
            Assert.Equal(
                (1, handled.Moments.OfType<CaseMoment.Answered>().Count(), handled.Moments.OfType<CaseMoment.Resolved>().Count()),
                (Told("Case Opened"), Told("Case Answered"), Told("Case Resolved")));
        }
    }

    private static CaseMoment Drawn(Random random, List<string> codes)
    {
        DateTimeOffset at = DateTimeOffset.UtcNow;
        return random.Next(14) switch
        {
            0 or 1 => new CaseMoment.Assigned(at, 1, random.Next(4) == 0 ? null : 1 + random.Next(3)),
            2 => new CaseMoment.Moved(at, 1, random.Next(2) == 0 ? "n1" : "s1"),
            3 => new CaseMoment.Prioritized(at, 1, (CasePriority)random.Next(4)),
            4 => new CaseMoment.Noted(at, 1, "note", []),
            5 or 6 => new CaseMoment.Answered(at, 1, "answer", null),
            7 => new CaseMoment.Replied(at, "reply"),
            8 => new CaseMoment.Waited(at, 1, (WaitsFor)random.Next(2)),
            9 => new CaseMoment.Resolved(at, 1, "delay", "action"),
            10 => random.Next(2) == 0 ? new CaseMoment.Closed(at, 1) : new CaseMoment.Reopened(at, 1, "again"),
            11 => new CaseMoment.Escalated(at, SlaTarget.Answer, 1, []),
            12 => new CaseMoment.Merged(at, 1, codes[random.Next(codes.Count)]),
            _ => new CaseMoment.Parted(at, 1),
        };
    }
}
