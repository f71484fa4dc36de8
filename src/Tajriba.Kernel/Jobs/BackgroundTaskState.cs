namespace Tajriba.Kernel.Jobs;

public enum BackgroundTaskState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
