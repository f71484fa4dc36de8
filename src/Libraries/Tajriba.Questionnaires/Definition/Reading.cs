using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>What one reading of a definition gathers: faults, names met, sizes.</summary>
internal sealed class Reading
{
    private readonly List<DefinitionFault> faults = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int elements;

    public IReadOnlyList<DefinitionFault> Faults => faults;

    public HashSet<string> Locales { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string path, DefinitionFaultCode code, params string[] arguments)
    {
        if (faults.Count < DefinitionLimits.Faults)
        {
            faults.Add(new DefinitionFault(path, code, arguments));
        }
    }

    /// <summary>Counts an element; the first too many is a fault and ends the reading of further ones.</summary>
    public bool Count(string path)
    {
        elements++;
        if (elements == DefinitionLimits.Elements + 1)
        {
            Add(path, DefinitionFaultCode.TooMany, DefinitionLimits.Elements.ToString(CultureInfo.InvariantCulture));
        }

        return elements <= DefinitionLimits.Elements;
    }

    public void Claim(string name, string path)
    {
        if (name.Length > 0 && !names.Add(name))
        {
            Add(path, DefinitionFaultCode.Duplicate, name);
        }
    }

    public Expression? Expression(string text, string path)
    {
        if (text.Length > DefinitionLimits.ExpressionLength)
        {
            Add(path, DefinitionFaultCode.TooMany, DefinitionLimits.ExpressionLength.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return Questionnaires.Expression.Parse(text, (code, arguments) => Add(path, code, arguments));
    }
}
