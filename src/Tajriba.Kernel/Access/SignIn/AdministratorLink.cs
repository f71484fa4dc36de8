using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Lets the one who started the house in: a link for the administrator, who is made where there is none.</summary>
public sealed class AdministratorLink
{
    private const string UserName = "admin";

    private readonly IDatabase database;
    private readonly IPeople people;
    private readonly ISignInLinks links;

    public AdministratorLink(IDatabase database, IPeople people, ISignInLinks links)
    {
        this.database = database;
        this.people = people;
        this.links = links;
    }

    /// <summary>True while nobody has set a password, so that a link is the only way in.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection
            .Command("SELECT COUNT(*) FROM access_persons WHERE is_active = 1 AND password_hash IS NOT NULL")
            .ScalarAsync<long?>(cancellationToken) == 0;
    }

    /// <summary>A link valid for one day and one use. Runs outside a request: whoever starts the house owns it.</summary>
    /// <param name="baseAddress">Where the site answers (<c>http://localhost:5080</c>).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Uri> CreateAsync(Uri baseAddress, CancellationToken cancellationToken = default)
    {
        var id = await FindAsync(cancellationToken) ?? await AddAsync(cancellationToken);
        var link = await links.CreateAsync(id, TimeSpan.FromDays(1), cancellationToken);
        return new(baseAddress, link.Path ?? throw new InvalidOperationException($"The administrator's link was refused: {link.Refusal}."));
    }

    private async Task<long?> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            """
            SELECT MIN(a.id) FROM access_persons a
            JOIN access_grants g ON g.person_id = a.id AND g.unit_id IS NULL
            JOIN access_roles r ON r.id = g.role_id AND r.code = @role
            WHERE a.is_active = 1
            """,
            ("role", BuiltInRoles.Administrator)).ScalarAsync<long?>(cancellationToken);
    }

    private async Task<long> AddAsync(CancellationToken cancellationToken)
    {
        var added = await people.AddAsync(new(UserName, "Administrator", [], [new(BuiltInRoles.Administrator)]), cancellationToken);
        return added.Refusal is null
            ? added.Id
            : throw new InvalidOperationException($"The administrator could not be made: {added.Refusal}.");
    }
}
