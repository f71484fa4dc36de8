using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Keeps the keys of cookies and form tokens in the database, so that a restart or a second node honours them.</summary>
internal sealed class DatabaseKeys(IDatabase database) : IXmlRepository
{
    // The repository's contract is synchronous; keys are read at start and written every few months.
    public IReadOnlyCollection<XElement> GetAllElements() => Blocking.Wait(ReadAsync);

    public void StoreElement(XElement element, string friendlyName)
        => Blocking.Wait(() => database.WriteAsync((transaction, token) => transaction
            .Command("INSERT INTO access_keys (xml) VALUES (@xml)", ("xml", element.ToString(SaveOptions.DisableFormatting)))
            .RunAsync(token)));

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var connection = await database.OpenAsync().ConfigureAwait(false);
        return await connection.Command("SELECT xml FROM access_keys ORDER BY id")
            .ListAsync(row => XElement.Parse(row.GetString(0)), CancellationToken.None).ConfigureAwait(false);
    }
}
