using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Tajriba.ProcessMining;

/// <summary>One pass over one CSV file.</summary>
internal sealed class CsvLogSession(ByteWindow window, ReadOptions options, CancellationToken cancel)
{
    /// <summary>Rows between asking for a case's place in memory and needing it, when each row is of another case.</summary>
    private const int Ahead = 12;

    private readonly EventLogBuilder _builder = new();
    private readonly Rejections _rejections = new();
    private readonly CsvIndex _index = new();
    private string[] _names = [];
    private int[] _attributes = [];
    private int _case;
    private int _activity;
    private int _time;
    private byte _delimiter;
    private byte[] _scratch = new byte[256];
    private byte[] _lastCase = [];
    private int _lastCaseCode = -1;

    public ReadLog Run()
    {
        Header();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> span = window.Span;
            _index.Build(span, _delimiter);
            if (_index.Count == 0)
            {
                if (!window.More())
                {
                    break;
                }

                continue;
            }

            ThrowIfNotUtf8(span[..(_index.Ends[^1] + 1)]);
            bool first = _builder.EventCount == 0;
            Rows(span, _index.Ends);
            window.Take(_index.Ends[^1] + 1);
            if (first)
            {
                _builder.Expect(window.Foretell(_builder.EventCount));
            }

            window.More();
        }

        if (!window.Span.IsEmpty)
        {
            throw new LogFormatException(window.LinesTaken + 1, "a quote is opened and never closed");
        }

        _builder.NameSourceColumns(_names);
        return new ReadLog(_builder.Build(), LogFormat.Csv, _rejections);
    }

    private void Header()
    {
        while (window.Span.IndexOf((byte)'\n') < 0 && window.More())
        {
        }

        ReadOnlySpan<byte> first = window.Span;
        int lineEnd = first.IndexOf((byte)'\n');
        if (lineEnd < 0)
        {
            throw new LogFormatException(1, "the file is empty; a header line was expected");
        }

        _delimiter = options.Delimiter is { } given ? (byte)given : Guess(first[..lineEnd]);
        do
        {
            _index.Build(window.Span, _delimiter);
        }
        while (_index.Count == 0 && window.More());

        if (_index.Count == 0)
        {
            throw new LogFormatException(1, "a quote in the header line is never closed");
        }

        ReadOnlySpan<byte> span = window.Span;
        var names = new List<string>();
        int start = 0;
        foreach (int end in _index.Ends)
        {
            ReadOnlySpan<byte> cell = CsvCell.Content(span[start..end].TrimEnd((byte)'\r'), ref _scratch);
            names.Add(Encoding.UTF8.GetString(cell));
            start = end + 1;
            if (span[end] == '\n')
            {
                break;
            }
        }

        ThrowIfNotUtf8(span[..start]);
        window.Take(start);
        _names = [.. names];
        if (_names.Distinct(StringComparer.Ordinal).Count() != _names.Length)
        {
            throw new LogFormatException(1, $"two columns are named '{_names.GroupBy(n => n, StringComparer.Ordinal).First(g => g.Count() > 1).Key}'");
        }

        (_case, _activity, _time) = ColumnGuess.Find(_names, options);
        _attributes = new int[_names.Length];
        for (int i = 0; i < _names.Length; i++)
        {
            bool role = i == _case || i == _activity || i == _time;
            _attributes[i] = role || options.SkipAttributes ? -1 : _builder.Column(_names[i], Level(_names[i]));
        }
    }

    private static AttributeLevel Level(string name) =>
        name.StartsWith(EventLogBuilder.CasePrefix, StringComparison.Ordinal) ? AttributeLevel.Case : AttributeLevel.Event;

    private static byte Guess(ReadOnlySpan<byte> header)
    {
        byte best = (byte)',';
        int most = header.Count(best);
        foreach (byte candidate in ";\t|"u8)
        {
            int n = header.Count(candidate);
            if (n > most)
            {
                best = candidate;
                most = n;
            }
        }

        return best;
    }

    [MethodImpl(Compile.AtOnce)]
    private void Rows(ReadOnlySpan<byte> span, ReadOnlySpan<int> ends)
    {
        int columns = _names.Length;
        int last = columns - 1;
        int at = 0;
        int rowStart = 0;
        bool scattered = _builder.RunCount > _builder.EventCount / 2;
        int ahead = Ahead * columns;
        bool attributes = _attributes.AsSpan().ContainsAnyExcept(-1);
        while (at < ends.Length)
        {
            if (span[ends[at]] == '\n' && (ends[at] == rowStart || (ends[at] == rowStart + 1 && span[rowStart] == '\r')) && columns > 1)
            {
                rowStart = ends[at++] + 1;
                continue;
            }

            if (at + last >= ends.Length || span[ends[at + last]] != '\n' || ends.Slice(at, last).Length != last || EndsEarly(span, ends.Slice(at, last)))
            {
                throw WrongWidth(span, ends[at..], rowStart);
            }

            if (scattered && at + ahead + columns < ends.Length)
            {
                int start = ends[at + ahead + _case - 1] + 1;
                int length = ends[at + ahead + _case] - start;
                if (length > 0)
                {
                    _builder.PrefetchCase(span.Slice(start, length));
                }
            }

            ReadOnlySpan<int> row = ends.Slice(at, columns);
            if (AddRow(span, row, rowStart) && attributes)
            {
                Attributes(span, row, rowStart);
            }

            at += columns;
            rowStart = row[last] + 1;
        }
    }

    private static bool EndsEarly(ReadOnlySpan<byte> span, ReadOnlySpan<int> ends)
    {
        foreach (int end in ends)
        {
            if (span[end] == '\n')
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(Compile.AtOnce)]
    private bool AddRow(ReadOnlySpan<byte> span, ReadOnlySpan<int> row, int rowStart)
    {
        ReadOnlySpan<byte> time = CsvCell.Content(Raw(span, row, rowStart, _time), ref _scratch);
        if (!LogTime.TryParse(time, out long at))
        {
            ReadOnlySpan<byte> trimmed = time.Trim(" \t"u8);
            if (trimmed.IsEmpty)
            {
                return Reject(span, rowStart, "no time");
            }

            if (!LogTime.TryParse(trimmed, out at))
            {
                throw new LogFormatException(Line(span, rowStart), $"'{Show(time)}' in column '{_names[_time]}' is not an ISO 8601 date or time");
            }
        }

        ReadOnlySpan<byte> rawCase = Raw(span, row, rowStart, _case);
        ReadOnlySpan<byte> rawActivity = Raw(span, row, rowStart, _activity);
        if (rawCase.IsEmpty)
        {
            return Reject(span, rowStart, "no case");
        }

        if (rawActivity.IsEmpty)
        {
            return Reject(span, rowStart, "no activity");
        }

        if (_lastCaseCode < 0 || !rawCase.SequenceEqual(_lastCase))
        {
            _lastCaseCode = _builder.Case(CsvCell.Content(rawCase, ref _scratch));
            _lastCase = rawCase.Length == _lastCase.Length ? _lastCase : new byte[rawCase.Length];
            rawCase.CopyTo(_lastCase);
        }

        _builder.AddCoded(_lastCaseCode, _builder.Activity(CsvCell.Content(rawActivity, ref _scratch)), at);
        return true;
    }

    [MethodImpl(Compile.AtOnce)]
    private void Attributes(ReadOnlySpan<byte> span, ReadOnlySpan<int> row, int rowStart)
    {
        for (int i = 0; i < _attributes.Length; i++)
        {
            int column = _attributes[i];
            ReadOnlySpan<byte> raw = Raw(span, row, rowStart, i);
            if (column < 0 || raw.IsEmpty)
            {
                continue;
            }

            int value = _builder.Value(column, CsvCell.Content(raw, ref _scratch));
            if (_builder.LevelOf(column) == AttributeLevel.Case)
            {
                _builder.SetCase(_lastCaseCode, column, value);
            }
            else
            {
                _builder.SetEvent(column, value);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> span, ReadOnlySpan<int> row, int rowStart, int column)
    {
        int start = column == 0 ? rowStart : row[column - 1] + 1;
        int end = row[column];
        if (column == row.Length - 1 && end > start && span[end - 1] == '\r')
        {
            end--;
        }

        return span[start..end];
    }

    private void ThrowIfNotUtf8(ReadOnlySpan<byte> records)
    {
        if (Utf8.IsValid(records))
        {
            return;
        }

        int at = 0;
        while (Rune.DecodeFromUtf8(records[at..], out _, out int length) == OperationStatus.Done)
        {
            at += length;
        }

        throw new LogFormatException(Line(records, at), "text that is not UTF-8; save the file as UTF-8");
    }

    private bool Reject(ReadOnlySpan<byte> span, int rowStart, string reason)
    {
        _rejections.Add(Line(span, rowStart), reason);
        return false;
    }

    private LogFormatException WrongWidth(ReadOnlySpan<byte> span, ReadOnlySpan<int> ends, int rowStart)
    {
        int fields = 1;
        foreach (int end in ends)
        {
            if (span[end] == '\n')
            {
                break;
            }

            fields++;
        }

        return new LogFormatException(Line(span, rowStart), $"{fields} fields where the header has {_names.Length}");
    }

    private long Line(ReadOnlySpan<byte> span, int at) => window.LinesTaken + span[..at].Count((byte)'\n') + 1;

    private static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 60 ? text[..60] : text);
}
