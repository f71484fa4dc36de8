using System.Text;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>One pass over one JSONL file.</summary>
internal sealed class JsonLinesSession(ByteWindow window, ReadOptions options, CancellationToken cancel)
{
    /// <summary>Events after which it is estimated how many there will be.</summary>
    private const int Sampled = 10_000;

    private readonly EventLogBuilder _builder = new();
    private readonly Rejections _rejections = new();
    private readonly List<string> _sourceColumns = [];
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value, AttributeType Type)> _values = [];
    private string? _caseName;
    private string? _activityName;
    private string? _timeName;

    public ReadLog Run()
    {
        while (true)
        {
            ReadOnlySpan<byte> span = window.Span;
            int end = span.IndexOf((byte)'\n');
            if (end < 0)
            {
                if (!window.More())
                {
                    break;
                }

                continue;
            }

            ReadOnlySpan<byte> line = span[..end].Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                Line(line, window.LinesTaken + 1);
            }

            window.Take(end + 1);
            if (_builder.EventCount == Sampled)
            {
                _builder.Expect(window.Foretell(Sampled));
            }
        }

        _builder.NameSourceColumns(_sourceColumns);
        return new ReadLog(_builder.Build(), LogFormat.JsonLines, _rejections);
    }

    private void Line(ReadOnlySpan<byte> line, long number)
    {
        cancel.ThrowIfCancellationRequested();
        _values.Clear();
        try
        {
            Members(line, number);
        }
        catch (JsonException e)
        {
            throw new LogFormatException(number, $"not a JSON object: {e.Message}");
        }

        if (_caseName is null)
        {
            string[] names = [.. _values.Select(v => v.Name)];
            (int c, int a, int t) = ColumnGuess.Find(names, options);
            (_caseName, _activityName, _timeName) = (names[c], names[a], names[t]);
        }

        string? caseId = Of(_caseName);
        string? activity = Of(_activityName!);
        string? time = Of(_timeName!);
        string? missing = caseId is null ? "no case" : activity is null ? "no activity" : string.IsNullOrWhiteSpace(time) ? "no time" : null;
        if (missing is not null)
        {
            _rejections.Add(number, missing);
            return;
        }

        if (!LogTime.TryParse(time!, out long at))
        {
            throw new LogFormatException(number, $"'{time}' in '{_timeName}' is not an ISO 8601 date or time");
        }

        Add(_builder.Case(caseId!), _builder.Activity(activity!), at);
    }

    private void Add(int caseCode, int activity, long time)
    {
        _builder.AddCoded(caseCode, activity, time);
        foreach ((string name, string value, AttributeType type) in _values)
        {
            if (_listed.Add(name))
            {
                _sourceColumns.Add(name);
            }

            if (options.SkipAttributes || name == _caseName || name == _activityName || name == _timeName)
            {
                continue;
            }

            if (name.StartsWith(EventLogBuilder.CasePrefix, StringComparison.Ordinal))
            {
                int column = _builder.Column(name, AttributeLevel.Case, type);
                _builder.SetCase(caseCode, column, _builder.Value(column, value));
            }
            else
            {
                int column = _builder.Column(name, AttributeLevel.Event, type);
                _builder.SetEvent(column, _builder.Value(column, value));
            }
        }
    }

    private string? Of(string name)
    {
        foreach ((string known, string value, AttributeType _) in _values)
        {
            if (known == name)
            {
                return value;
            }
        }

        return null;
    }

    private void Members(ReadOnlySpan<byte> line, long number)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new LogFormatException(number, "not a JSON object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text(ref reader, number);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    _values.Add((name, Text(ref reader, number), AttributeType.Text));
                    break;
                case JsonTokenType.Number:
                    string raw = Encoding.UTF8.GetString(reader.ValueSpan);
                    _values.Add((name, raw, raw.AsSpan().IndexOfAny(".eE") < 0 ? AttributeType.Integer : AttributeType.Real));
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    _values.Add((name, reader.GetBoolean() ? "true" : "false", AttributeType.Boolean));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    int start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    _values.Add((name, Encoding.UTF8.GetString(line[start..(int)reader.BytesConsumed]), AttributeType.Text));
                    break;
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            throw new LogFormatException(number, "more than one JSON value on the line");
        }
    }

    private static string Text(ref Utf8JsonReader reader, long number)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new LogFormatException(number, "text that is not valid Unicode");
        }
    }
}
