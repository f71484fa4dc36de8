using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Ui;
using Tajriba.Ui.Pieces;

namespace Tajriba.Host.People;

/// <summary>How units, roles and grants are called in the reader's language.</summary>
public sealed class AccessNames(IUnits units, IRoles roles, ICurrentPerson person, IReaderPreferences reader, IStringLocalizer<PeopleTexts> texts)
{
    private IReadOnlyDictionary<string, Role>? known;

    private string Language => reader.Current.Language;

    public string Unit(string? code) => code is null ? texts["Everywhere"] : units.Tree.Find(code)?.Name.In(Language) ?? code;

    public string Unit(Unit unit) => unit.Name.In(Language);

    public string Role(Role role) => role.Name.In(Language);

    public async Task<IReadOnlyDictionary<string, Role>> RolesAsync(CancellationToken cancellationToken)
        => known ??= (await roles.ListAsync(cancellationToken)).ToDictionary(role => role.Code, StringComparer.Ordinal);

    public string Grant(RoleGrant grant, IReadOnlyDictionary<string, Role> all)
        => $"{(all.TryGetValue(grant.Role, out var role) ? Role(role) : grant.Role)} · {Unit(grant.UnitCode)}";

    /// <summary>Units inside the scope of a permission, indented by depth.</summary>
    public IReadOnlyList<Choice> UnitChoices(Permission permission)
    {
        var scope = person.ScopeOf(permission);
        return [.. units.Tree.All
            .Where(unit => scope.Contains(unit.Code))
            .Select(unit => new Choice(unit.Code, $"{new string('\u2003', units.Tree.DepthOf(unit))}{Unit(unit)}"))];
    }
}
