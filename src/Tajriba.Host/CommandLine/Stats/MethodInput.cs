using System.Globalization;
using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>
/// The <c>input</c> of a method, or an object inside it. Every reader takes the member's name and refuses what is missing
/// or does not fit with <see cref="MethodInputException"/>; members that no reader asks for are ignored.
/// </summary>
internal sealed partial class MethodInput
{
    private readonly JsonElement element;
    private readonly string? folder;

    public MethodInput(JsonElement element, string path = "input", string? folder = null)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new MethodInputException(path, "must be an object");
        }

        this.element = element;
        this.folder = folder;
        Path = path is "input" or "file" ? "" : path;
    }

    /// <summary>Where this object stands in the input; empty for the input itself.</summary>
    public string Path { get; }

    /// <summary>The names of the members, in their order.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Select(m => m.Name);

    /// <summary>True where the member is there and not null.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null;

    /// <summary>The kind of the member's value; <see cref="JsonValueKind.Undefined"/> where it is missing.</summary>
    public JsonValueKind KindOf(string name) => element.TryGetProperty(name, out JsonElement member) ? member.ValueKind : JsonValueKind.Undefined;

    /// <summary>What to throw where a member fits its type but not the method.</summary>
    public MethodInputException Refuse(string name, string reason) => new(At(name), reason);

    public MethodInput Object(string name) => new(Member(name), At(name), folder);

    /// <summary>A list of objects.</summary>
    public MethodInput[] Objects(string name, int atLeast = 1)
        => [.. List(name, atLeast).Select((item, i) => new MethodInput(item, $"{At(name)}[{i}]", folder))];

    public string Text(string name) => TextOf(Member(name), At(name));

    public string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    public string[] Texts(string name, int atLeast = 1) => [.. List(name, atLeast).Select((item, i) => TextOf(item, $"{At(name)}[{i}]"))];

    public bool Truth(string name, bool otherwise) => !Has(name)
        ? otherwise
        : Member(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Refuse(name, "must be true or false"),
        };

    /// <summary>
    /// Where the file is that the member names by a path: as given, or beside the input's file or above it, or where the
    /// caller stands. What follows the path in brackets is a remark.
    /// </summary>
    public string File(string name)
    {
        string given = Text(name);
        int remark = given.IndexOf(" (", StringComparison.Ordinal);
        given = remark < 0 || InputFiles.Find(given, folder) is not null ? given : given[..remark];
        return InputFiles.Find(given, folder) ?? throw Refuse(name, $"there is no file {given}");
    }

    /// <summary>The member as it stands.</summary>
    public JsonElement Value(string name) => Member(name);

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private JsonElement Member(string name)
    {
        if (!element.TryGetProperty(name, out JsonElement member))
        {
            throw Refuse(name, "is missing");
        }

        return member.ValueKind == JsonValueKind.Null ? throw Refuse(name, "is null") : member;
    }

    private List<JsonElement> List(string name, int atLeast) => ListOf(Member(name), At(name), atLeast);

    private static List<JsonElement> ListOf(JsonElement member, string at, int atLeast)
    {
        if (member.ValueKind != JsonValueKind.Array)
        {
            throw new MethodInputException(at, "must be a list");
        }

        return member.GetArrayLength() < atLeast
            ? throw new MethodInputException(at, string.Create(CultureInfo.InvariantCulture, $"must have at least {atLeast} {(atLeast == 1 ? "value" : "values")}"))
            : [.. member.EnumerateArray()];
    }

    private static string TextOf(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw new MethodInputException(at, "must be a text");
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new MethodInputException(at, "is not valid text");
        }
    }
}
