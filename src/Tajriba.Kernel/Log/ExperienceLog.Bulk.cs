using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class ExperienceLog
{
    public async Task<IBulkAppend> OpenAsync(string source, CancellationToken cancellationToken = default)
    {
        EventRules.Text(source, nameof(source), 100);
        await using var connection = await database.OpenAsync(cancellationToken);
        var highWater = await connection.Command(
            "select b.high_water from log_bulk_source b join log_name n on n.code = b.source and n.kind = @kind where n.name = @name",
            ("kind", (int)NameKind.Source), ("name", source)).ScalarAsync<long?>(cancellationToken);
        return new BulkAppend(this, database, source, highWater);
    }
}
