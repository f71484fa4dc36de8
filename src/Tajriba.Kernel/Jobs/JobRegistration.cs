namespace Tajriba.Kernel.Jobs;

internal sealed record JobRegistration(string Name, Type Type, JobSchedule Schedule);
