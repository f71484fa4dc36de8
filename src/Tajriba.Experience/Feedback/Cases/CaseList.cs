using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Cases page by page, both ways, and how many there are.</summary>
internal sealed class CaseList(IDatabase database)
{
    /// <summary>A page after a place or before one; the first page where there is nothing before it.</summary>
    public async Task<CaseListPage> PageAsync(CaseFilter filter, CaseCursor? after, CaseCursor? before, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        if (before is not null && await CaseQuery.Of(connection, database.Provider, filter, before, size + 1, isBackwards: true).ListAsync(CaseQuery.Read, cancellationToken) is { Count: > 0 } back)
        {
            CaseRow[] rows = [.. back.Take(size).Reverse()];
            return new(rows, back.Count > size ? Place(rows[0]) : null, Place(rows[^1]));
        }

        List<CaseRow> found = await CaseQuery.Of(connection, database.Provider, filter, before is null ? after : null, size + 1).ListAsync(CaseQuery.Read, cancellationToken);
        bool isFirst = before is not null || after is null;
        return new([.. found.Take(size)], isFirst ? null : found.Count > 0 ? Place(found[0]) : after, found.Count > size ? Place(found[size - 1]) : null);

        CaseCursor Place(CaseRow row) => filter.IsNewestFirst ? new(row.OpenedAt, row.Id) : row.Cursor;
    }

    /// <summary>The cases of a customer, the newest first.</summary>
    public async Task<IReadOnlyList<CustomerCase>> OfCustomerAsync(UnitScope scope, string subjectType, string subjectId, int most, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return [.. (await CaseQuery.OfSubject(connection, subjectType, subjectId, most).ListAsync(
            row => new CustomerCase(CaseQuery.Read(row), row.IsDBNull(10) ? null : Microseconds.ToTime(row.GetInt64(10))), cancellationToken)).Where(c => scope.Contains(c.Row.Unit))];
    }

    /// <summary>How many there are for each filter, counted up to a number.</summary>
    public async Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<CaseFilter> filters, int most, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await CaseQuery.Count(connection, database.Provider, filters, most).ListAsync(row => (long[])[.. filters.Select((_, n) => row.GetInt64(n))], cancellationToken))[0];
    }
}
