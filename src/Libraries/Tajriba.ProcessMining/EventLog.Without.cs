namespace Tajriba.ProcessMining;

public sealed partial class EventLog
{
    /// <summary>The same log without some attribute columns; names that it does not have are passed over. Nothing is copied.</summary>
    public EventLog Without(IReadOnlySet<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Columns.Any(c => columns.Contains(c.Name))
            ? new EventLog(Data with { Columns = [.. Columns.Where(c => !columns.Contains(c.Name))], SourceColumns = null })
            : this;
    }
}
