using System.Text.RegularExpressions;
using Tajriba.Host;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Architecture.Tests;

/// <summary>DESIGN rules 2 and 3: a room has one shape and owns its tables.</summary>
public sealed partial class RoomTests
{
    public static TheoryData<string> Names => [.. TajribaRooms.All.Select(room => room.Name)];

    private static Room Named(string name) => TajribaRooms.All.Single(room => room.Name == name);

    [Fact]
    public void Every_room_that_exists_is_named_by_the_host()
    {
        var existing = TajribaRooms.All.Select(room => room.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Room)) && !type.IsAbstract);
        Assert.Equal(existing.Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.FullName, b.FullName))),
            TajribaRooms.All.Select(room => room.GetType()).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.FullName, b.FullName))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_room_has_the_common_shape(string name)
    {
        var room = Named(name);
        var type = room.GetType();
        Assert.True(type.IsSealed);
        Assert.Matches("^[a-z]+$", room.Name);
        Assert.Equal(room.Name + "room", type.Name.ToLowerInvariant());
        Assert.Equal(room.Name, type.Namespace!.Split('.')[^1].ToLowerInvariant());
        Assert.All(room.Permissions, permission => Assert.Matches("^[a-z]+\\.[a-z-]+$", permission.Id));
    }

    [Fact]
    public void Permissions_are_named_once()
    {
        var ids = TajribaRooms.All.SelectMany(room => room.Permissions).Select(permission => permission.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_room_s_steps_make_only_its_own_tables_and_its_code_names_no_other_room_s()
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Repository.Sources(".sql"))
        {
            foreach (Match match in CreatedTable().Matches(Repository.Read(path)))
            {
                owners[match.Groups[1].Value] = Folder(path);
            }
        }

        var wrong = new List<string>();
        foreach (var path in Repository.Sources(".cs", ".sql").Where(path => !path.StartsWith("src/Libraries/", StringComparison.Ordinal)))
        {
            var text = Repository.Read(path);
            foreach (Match match in UsedTable().Matches(text))
            {
                if (owners.TryGetValue(match.Groups[1].Value, out var owner) && owner != Folder(path))
                {
                    wrong.Add($"{path} names {match.Groups[1].Value}, which is {owner}'s");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Project and room: <c>src/Tajriba.Experience/Journeys</c>; the kernel counts as one.</summary>
    private static string Folder(string path)
    {
        var parts = path.Split('/');
        return parts[1] == "Tajriba.Kernel" && parts[2] != "Access" ? "src/Tajriba.Kernel" : string.Join('/', parts.Take(3));
    }

    [GeneratedRegex(@"create\s+table\s+(?:if\s+not\s+exists\s+)?""?([a-z_]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CreatedTable();

    [GeneratedRegex(@"\b(?:from|join|into|update)\s+([a-z]+_[a-z_]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UsedTable();
}
