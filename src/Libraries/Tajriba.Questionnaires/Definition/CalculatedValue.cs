namespace Tajriba.Questionnaires;

/// <summary>A value with a name, computed from answers.</summary>
public sealed class CalculatedValue
{
    internal CalculatedValue(Reader reader)
    {
        Name = reader.Name();
        Formula = reader.Expression("expression");
        IncludeIntoResult = reader.Bool("includeIntoResult");
    }

    /// <summary>The name that expressions and texts use.</summary>
    public string Name { get; }

    /// <summary>The formula.</summary>
    public Expression? Formula { get; }

    /// <summary>Whether it is kept among the answers.</summary>
    public bool IncludeIntoResult { get; }

    /// <summary>Values that wait for one another would never come to rest: the first ring met is a fault.</summary>
    internal static void RefuseCycles(IReadOnlyList<CalculatedValue> values, Reader reader)
    {
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < values.Count; i++)
        {
            byName.TryAdd(values[i].Name, i);
        }

        var onTheWay = new List<int>();
        var done = new bool[values.Count];
        for (var start = 0; start < values.Count; start++)
        {
            if (Ring(start))
            {
                var from = onTheWay.IndexOf(onTheWay[^1]);
                reader.Fault(
                    $"calculatedValues[{onTheWay[from].ToString(System.Globalization.CultureInfo.InvariantCulture)}].expression",
                    DefinitionFaultCode.Cycle,
                    string.Join(" → ", onTheWay.Skip(from).Select(at => values[at].Name)));
                return;
            }
        }

        bool Ring(int at)
        {
            if (done[at])
            {
                return false;
            }

            var met = onTheWay.Contains(at);
            onTheWay.Add(at);
            if (met)
            {
                return true;
            }

            foreach (var path in values[at].Formula?.Variables ?? [])
            {
                if (byName.TryGetValue(path.Steps[0].Name, out var next) && Ring(next))
                {
                    return true;
                }
            }

            onTheWay.RemoveAt(onTheWay.Count - 1);
            done[at] = true;
            return false;
        }
    }
}
