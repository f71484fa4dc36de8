using System.Collections;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Named values in the order they were added. Values: numbers, texts, truth values, arrays of these, and further answers.</summary>
internal sealed class Answer : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> members = [];

    public void Add(string name, object? value) => members.Add(new(name, value));

    /// <summary>An interval is written as its two ends.</summary>
    public void Add(string name, Estimate interval) => Add(name, new[] { interval.Lower, interval.Upper });

    /// <summary>One value for each of the names.</summary>
    public static Answer ByName<T>(IEnumerable<string> names, IEnumerable<T> values)
    {
        var answer = new Answer();
        foreach ((string name, T value) in names.Zip(values))
        {
            answer.Add(name, value);
        }

        return answer;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
