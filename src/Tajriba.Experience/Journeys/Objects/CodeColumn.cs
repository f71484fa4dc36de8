using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>A column fed by one of the experience log's own dictionaries.</summary>
internal sealed class CodeColumn(EventLogBuilder builder, string name, Func<int, string> nameOf)
{
    private readonly int column = builder.Column(name);
    private readonly Dictionary<int, int> codes = [];

    public void Set(int code)
    {
        if (code == 0)
        {
            return;
        }

        if (!codes.TryGetValue(code, out var value))
        {
            value = builder.Value(column, nameOf(code));
            codes.Add(code, value);
        }

        builder.SetEvent(column, value);
    }
}
