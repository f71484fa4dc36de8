namespace Tajriba.Questionnaires;

/// <summary>What changed, so that only what depends on it runs.</summary>
internal sealed class Changes
{
    private readonly Dictionary<string, (bool Compared, object? Before, object? After)> byName = new(StringComparer.OrdinalIgnoreCase);

    public ICollection<string> Names => byName.Keys;

    public bool Only(string? name) => byName.Count == 1 && name is not null && byName.ContainsKey(name);

    public void Add(string name, object? after) => byName[name] = (false, null, after);

    public void Add(string name, object? before, object? after) => byName[name] = (true, before, after);

    public static Changes Of(string name, object? after)
    {
        var changes = new Changes();
        changes.Add(name, after);
        return changes;
    }

    /// <summary>As seen from a group of a question: what stands there changed if the question's answer did.</summary>
    public Changes Inside(string valueName, string word)
    {
        if (!byName.ContainsKey(valueName))
        {
            return this;
        }

        var inside = new Changes();
        foreach (var (name, change) in byName)
        {
            inside.byName[name] = change;
        }

        inside.byName[word] = (false, null, true);
        return inside;
    }

    /// <summary>Whether a formula, with another that follows it, is to run after these changes: names decide, else the second of the two.</summary>
    public bool Concern(Expression first, Expression? second = null)
        => Any(first) || (second is null ? Constant(first) : Constant(second) || Any(second));

    private static bool Constant(Expression expression) => expression.CallsWithoutNames || expression.Variables.Count == 0;

    /// <summary>Whether a trigger is to be looked at: it has no names, calls without names, or names what changed.</summary>
    public bool Touch(Expression? condition, string? also = null)
    {
        if (condition is { CallsWithoutNames: true })
        {
            return true;
        }

        var any = false;
        if (also is not null)
        {
            any = true;
            if (Is(NamePath.Parse(also)))
            {
                return true;
            }
        }

        if (condition is null || condition.Variables.Count == 0)
        {
            return !any;
        }

        return Any(condition);
    }

    public bool Has(string name) => byName.ContainsKey(name);

    public bool Any(Expression expression) => expression.Variables.Any(Is);

    private bool Is(NamePath path)
    {
        if (byName.ContainsKey(path.Text))
        {
            return true;
        }

        for (var at = 0; at < path.Steps.Length; at++)
        {
            var name = path.Join(0, at);
            if (!byName.TryGetValue(name, out var change))
            {
                continue;
            }

            if (string.Equals(name, path.Text, StringComparison.OrdinalIgnoreCase) || (!change.Compared && change.After is not null))
            {
                return true;
            }

            if (!change.Compared)
            {
                return false;
            }

            path.Dig(new Record { [name] = change.Before }, 0, out var before);
            path.Dig(new Record { [name] = change.After }, 0, out var after);
            return !Js.Same(before, after, exact: true);
        }

        return false;
    }
}
