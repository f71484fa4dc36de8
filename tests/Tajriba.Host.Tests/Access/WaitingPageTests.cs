using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Access;

/// <summary>
/// A page is drawn for the first time where it begins to wait, and what it waits for is not there then. Which of its questions
/// is the first that is not answered at once depends on what others asked before: each of them is here in turn, and whatever is
/// kept in memory for a while is old.
/// </summary>
public sealed class WaitingPageTests
{
    /// <summary>More than any page asks before it is drawn.</summary>
    private const int Most = 60;

    [Fact]
    public async Task Pages_stand_wherever_they_begin_to_wait()
    {
        var work = new WorkOfRequest();
        await using var site = await CaptureSite.OpenAsync(DatabaseProvider.Sqlite, services =>
        {
            work.Watch(services);
            services.AddSingleton<TimeProvider>(new Forgetful());
        });
        var samples = await ForeignRouteTests.SamplesAsync(site);
        using var browser = await site.AdministratorAsync();
        var (pages, faults) = (0, new List<string>());
        foreach (var route in RouteTableTests.Routes(site).Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && RouteTableTests.Allows(route, "GET")))
        {
            var path = samples.TryGetValue(ForeignRouteTests.RoomOf(route), out var sample) && route.RoutePattern.Parameters.Count > 0 ? ForeignRouteTests.Fill(route, sample.Own ?? sample.Foreign) : RouteTableTests.Sample(route);
            pages++;
            for (work.WaitsAt = 1; work.WaitsAt <= Most; work.WaitsAt++)
            {
                using var answer = await browser.GetAsync(path);
                if ((int)answer.StatusCode >= 500)
                {
                    faults.Add($"{path} answers {answer.StatusCode} where it waits at its question {work.WaitsAt}");
                }

                if (work.Last < work.WaitsAt)
                {
                    break;
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(pages > 100, $"Only {pages} pages were asked.");
    }

    /// <summary>Whenever somebody looks how long ago something was, an hour has gone by.</summary>
    private sealed class Forgetful : TimeProvider
    {
        private long hours;

        public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Increment(ref hours) * 3600 * TimestampFrequency);
    }
}
