using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>A name in an expression or text, such as <c>panel[0].city</c>, cut at points and brackets.</summary>
internal sealed class NamePath
{
    private NamePath(string text, (string Name, int? Index)[] steps)
    {
        Text = text;
        Steps = steps;
    }

    public string Text { get; }

    public (string Name, int? Index)[] Steps { get; }

    public static NamePath Parse(string text)
    {
        var steps = new List<(string, int?)>();
        foreach (var part in text.Split('.'))
        {
            var open = part.EndsWith(']') ? part.LastIndexOf('[') : -1;
            steps.Add(open >= 0 && int.TryParse(part.AsSpan(open + 1, part.Length - open - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
                ? (part[..open], index)
                : (part, null));
        }

        return new NamePath(text, [.. steps]);
    }

    /// <summary>The last step that a name beginning at one may reach: the first with an index.</summary>
    public int Reach(int from)
    {
        for (var i = from; i < Steps.Length; i++)
        {
            if (Steps[i].Index is not null)
            {
                return i;
            }
        }

        return Steps.Length - 1;
    }

    public string Join(int from, int to)
        => from == to ? Steps[from].Name : string.Join('.', Steps.Skip(from).Take(to - from + 1).Select(step => step.Name));

    public bool StartsWith(string name) => string.Equals(Steps[0].Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Digs into values: the longest name first, without case.</summary>
    public bool Dig(object? value, int from, out object? found)
    {
        found = value;
        while (from < Steps.Length)
        {
            var end = Reach(from);
            var at = end;
            var next = default(object);
            while (at >= from && !Member(found, Join(from, at), out next))
            {
                at--;
            }

            if (at < from)
            {
                found = null;
                return false;
            }

            found = next;
            if (Steps[at].Index is { } index)
            {
                if (found is not List<object?> list || (index < 0 ? index + list.Count : index) is var place && (place < 0 || place >= list.Count))
                {
                    found = null;
                    return false;
                }

                found = list[place];
            }

            from = at + 1;
        }

        return true;
    }

    /// <summary>What this name, from a step on, finds in a value; null where it finds nothing or nothing is left of it.</summary>
    public Found? Dig(object? value, int from) => from < Steps.Length && Dig(value, from, out var found) ? new Found(found) : null;

    private static bool Member(object? owner, string name, out object? member)
    {
        member = null;
        switch (owner)
        {
            case List<object?> list when name == "length":
                member = (double)list.Count;
                return true;
            case string text when name == "length":
                member = (double)text.Length;
                return true;
            case Record record:
                if (record.TryGetValue(name, out member))
                {
                    return true;
                }

                foreach (var (key, value) in record)
                {
                    if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                    {
                        member = value;
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
