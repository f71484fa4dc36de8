namespace Tajriba.Kernel.Jobs;

/// <summary>Work that is done again and again. Made anew from the container, in a scope of its own, for each run.</summary>
public interface IScheduledJob
{
    Task RunAsync(CancellationToken cancellationToken);
}
