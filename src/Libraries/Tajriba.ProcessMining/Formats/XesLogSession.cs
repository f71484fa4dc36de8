using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>One pass over one XES file.</summary>
internal sealed class XesLogSession
{
    /// <summary>Events after which it is estimated how many there will be.</summary>
    private const int Sampled = 10_000;

    private readonly ByteWindow _window;
    private readonly XmlScanner _scanner;
    private readonly CancellationToken _cancel;
    private readonly bool _skipAttributes;
    private readonly EventLogBuilder _builder = new();
    private readonly Rejections _rejections = new();
    private readonly List<string> _sourceColumns = [];
    private readonly XesKeys _eventKeys;
    private readonly XesKeys _traceKeys;
    private readonly XesNesting _nesting;
    private readonly List<(int Column, int Value)> _eventValues = [];
    private readonly List<(int Column, int Value)> _traceValues = [];
    private readonly List<XesKeys.Key> _traceOrder = [];
    private byte[] _keyScratch = [];
    private byte[] _valueScratch = [];
    private int _case;
    private int _activity;
    private long? _time;
    private bool _traceHasEvents;
    private bool _traceListed;

    public XesLogSession(ByteWindow window, bool skipAttributes, CancellationToken cancel)
    {
        _window = window;
        _scanner = new XmlScanner(window);
        _nesting = new XesNesting(_scanner);
        _skipAttributes = skipAttributes;
        _cancel = cancel;
        _eventKeys = new XesKeys(_builder, AttributeLevel.Event);
        _traceKeys = new XesKeys(_builder, AttributeLevel.Case);
    }

    [MethodImpl(Compile.AtOnce)]
    public ReadLog Run()
    {
        for (XmlTag tag = _scanner.Next(); tag != XmlTag.None; tag = _scanner.Next())
        {
            if (tag == XmlTag.Close)
            {
                End(_nesting.Close());
            }
            else
            {
                Open(tag == XmlTag.Empty);
            }
        }

        _nesting.End();
        _builder.NameSourceColumns(_sourceColumns);
        return new ReadLog(_builder.Build(), LogFormat.Xes, _rejections);
    }

    [MethodImpl(Compile.AtOnce)]
    private void Open(bool empty)
    {
        XesElement parent = _nesting.Innermost;
        XesElement element = _nesting.Open(empty);
        if (element == XesElement.Trace)
        {
            BeginTrace();
        }
        else if (element == XesElement.Event)
        {
            _activity = -1;
            _time = null;
            _eventValues.Clear();
        }
        else if (element >= XesElement.String && parent == XesElement.Event)
        {
            EventAttribute(element);
        }
        else if (element >= XesElement.String && parent == XesElement.Trace)
        {
            TraceAttribute(element);
        }

        if (empty)
        {
            End(element);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void End(XesElement element)
    {
        if (element == XesElement.Event)
        {
            EndEvent();
        }
        else if (element == XesElement.Trace && !_traceHasEvents)
        {
            _rejections.Add(_scanner.Line, "a trace without events");
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void BeginTrace()
    {
        _cancel.ThrowIfCancellationRequested();
        _case = -1;
        _traceHasEvents = false;
        _traceListed = false;
        _traceValues.Clear();
        _traceOrder.Clear();
    }

    [MethodImpl(Compile.AtOnce)]
    private void EventAttribute(XesElement element)
    {
        if (!_scanner.HasKey)
        {
            throw new LogFormatException(_scanner.Line, "an attribute without a key");
        }

        XesKeys.Key key = _eventKeys.Find(XmlText.Decode(_scanner.RawKey, ref _keyScratch, 0));
        if (!key.Listed)
        {
            key.Listed = true;
            _sourceColumns.Add(key.ColumnName);
        }

        if (!_scanner.HasValue)
        {
            return;
        }

        ReadOnlySpan<byte> raw = _scanner.RawValue;
        if (key.IsTime)
        {
            if (!LogTime.TryParse(raw, out long time) && !LogTime.TryParse(raw.Trim(" \t\r\n"u8), out time))
            {
                throw new LogFormatException(_scanner.Line, $"time:timestamp '{Encoding.UTF8.GetString(raw)}' is not an ISO 8601 date or time");
            }

            _time = time;
            return;
        }

        ReadOnlySpan<byte> value = Value(raw);
        if (key.IsName)
        {
            _activity = _builder.Activity(value);
        }
        else if (!_skipAttributes)
        {
            int column = _eventKeys.Column(key, XesElements.TypeOf(element));
            _eventValues.Add((column, _builder.Value(column, value)));
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void TraceAttribute(XesElement element)
    {
        if (!_scanner.HasKey)
        {
            throw new LogFormatException(_scanner.Line, "an attribute without a key");
        }

        XesKeys.Key key = _traceKeys.Find(XmlText.Decode(_scanner.RawKey, ref _keyScratch, 0));
        _traceOrder.Add(key);
        if (!_scanner.HasValue)
        {
            return;
        }

        ReadOnlySpan<byte> value = Value(_scanner.RawValue);
        if (key.IsName)
        {
            _case = _builder.Case(value);
            return;
        }

        if (_skipAttributes)
        {
            return;
        }

        int column = _traceKeys.Column(key, XesElements.TypeOf(element));
        int code = _builder.Value(column, value);
        if (_traceHasEvents && _case >= 0)
        {
            _builder.SetCase(_case, column, code);
        }
        else
        {
            _traceValues.Add((column, code));
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void EndEvent()
    {
        bool inTrace = _nesting.Innermost == XesElement.Trace;
        string? missing = !inTrace ? "an event outside a trace" : _case < 0 ? "no case (the trace has no concept:name before its events)" : _activity < 0 ? "no activity" : _time is null ? "no time" : null;
        _traceHasEvents |= inTrace;
        if (missing is not null)
        {
            _rejections.Add(_scanner.Line, missing);
            return;
        }

        _builder.AddCoded(_case, _activity, _time!.Value);
        if (_builder.EventCount == Sampled)
        {
            _builder.Expect(_window.Foretell(Sampled));
        }

        foreach ((int column, int value) in _eventValues)
        {
            _builder.SetEvent(column, value);
        }

        if (_traceListed)
        {
            return;
        }

        _traceListed = true;
        foreach ((int column, int value) in _traceValues)
        {
            _builder.SetCase(_case, column, value);
        }

        foreach (XesKeys.Key key in _traceOrder)
        {
            if (!key.Listed)
            {
                key.Listed = true;
                _sourceColumns.Add(key.ColumnName);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> raw) => raw.IndexOfAny("&\n\r\t"u8) < 0 ? raw : XmlText.Decode(raw, ref _valueScratch, _scanner.Line);
}
