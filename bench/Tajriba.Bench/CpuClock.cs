using System.Diagnostics;

namespace Tajriba.Bench;

/// <summary>CPU time, user and system, of this process; with a server beside it, of every PostgreSQL process on the machine too.</summary>
internal static class CpuClock
{
    /// <summary>How many of something pass per CPU second.</summary>
    public static async Task<double> RateAsync(int count, Func<Task> work, bool withPostgres = false)
    {
        TimeSpan before = Used(withPostgres);
        await work();
        return count / (Used(withPostgres) - before).TotalSeconds;
    }

    private static TimeSpan Used(bool withPostgres)
    {
        using Process own = Process.GetCurrentProcess();
        TimeSpan used = own.TotalProcessorTime;
        foreach (Process server in withPostgres ? Process.GetProcessesByName("postgres") : [])
        {
            using (server)
            {
                used += server.TotalProcessorTime;
            }
        }

        return used;
    }
}
