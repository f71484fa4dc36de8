using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Journeys;

/// <summary>An experience log in memory that can be appended to and scanned; nothing else of it is needed here.</summary>
public sealed class MemoryLog : IExperienceLog, ILogNames
{
    private readonly List<Coded> events = [];
    private readonly List<NewEvent> told = [];
    private readonly Table eventNames = new();
    private readonly Table channels = new();
    private readonly Table units = new();
    private readonly Table types = new();
    private readonly Table sources = new();
    private readonly Dictionary<(int Type, string Id), long> objects = [];

    public ILogNames Names => this;

    public long Head => events.Count;

    public IReadOnlyList<string> EventNames => eventNames.Values;

    public IReadOnlyList<string> Channels => channels.Values;

    public IReadOnlyList<string> Units => units.Values;

    public IReadOnlyList<string> ObjectTypes => types.Values;

    public MemoryLog Append(IEnumerable<NewEvent> added)
    {
        foreach (var item in added)
        {
            int[] kinds = [.. item.Objects.Select(o => types.Code(o.Type))];
            long[] numbers = [.. item.Objects.Select((o, i) => Number(kinds[i], o.Id))];
            told.Add(item);
            events.Add(new(
                (item.Time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                eventNames.Code(item.Name),
                sources.Code(item.Source),
                channels.Code(item.Channel),
                units.Code(item.Unit),
                numbers,
                kinds,
                item.Attributes is null ? [] : Encoding.UTF8.GetBytes(item.Attributes)));
        }

        return this;
    }

    public long Scan(long afterPosition, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default)
        => Scan(afterPosition, Head, visitor, withAttributes, cancellationToken);

    public long Scan(long afterPosition, long upTo, CodedEventVisitor visitor, bool withAttributes = true, CancellationToken cancellationToken = default)
    {
        for (var i = (int)afterPosition; i < Math.Min(upTo, Head); i++)
        {
            var e = events[i];
            visitor(new CodedEvent
            {
                Position = i + 1,
                Time = e.Time,
                Name = e.Name,
                Source = e.Source,
                Channel = e.Channel,
                Unit = e.Unit,
                Objects = e.Objects,
                ObjectTypes = e.Types,
                Qualifiers = new int[e.Objects.Length],
                Attributes = e.Attributes,
            });
        }

        return Math.Min(upTo, Head);
    }

    public long NumberOf(string type, string id) => objects[(types.Code(type), id)];

    public string EventName(int code) => eventNames.Values[code - 1];

    public string Channel(int code) => channels.Values[code - 1];

    public string Unit(int code) => units.Values[code - 1];

    public string ObjectType(int code) => types.Values[code - 1];

    public string Source(int code) => sources.Values[code - 1];

    public int FindSource(string name) => sources.Values.IndexOf(name) + 1;

    public int FindQualifier(string name) => throw new NotSupportedException();

    public int FindEventName(string name) => eventNames.Values.IndexOf(name) + 1;

    public int FindChannel(string name) => channels.Values.IndexOf(name) + 1;

    public int FindUnit(string code) => units.Values.IndexOf(code) + 1;

    public int FindObjectType(string type) => types.Values.IndexOf(type) + 1;

    public Task<AppendResult> AppendAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AppendResult> AppendAsync(DbTransaction transaction, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(long afterPosition, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<LoggedEvent>> GetAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyList<LoggedEvent>>([.. positions.Where(p => p > 0 && p <= Head).Select(Told)]);

    public Task<Timeline> ReadObjectAsync(long objectNumber, TimelineCursor? before, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Timeline> ReadObjectsAsync(IReadOnlyList<long> objectNumbers, TimelineCursor? before, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<long?> FindObjectAsync(string type, string id, CancellationToken cancellationToken = default)
        => Task.FromResult(objects.TryGetValue((types.Code(type), id), out var number) ? number : (long?)null);

    public Task<long?> FindObjectAsync(DbTransaction transaction, string type, string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<KnownObject>> GetObjectsAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<KnownObject>> SearchObjectsAsync(string type, string idPrefix, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private LoggedEvent Told(long position)
    {
        var item = told[(int)position - 1];
        return new LoggedEvent(position, item.Source, item.Id, item.Name, item.Time, item.Time, item.Objects, item.Channel, item.Unit, item.Attributes);
    }

    private long Number(int type, string id)
    {
        if (!objects.TryGetValue((type, id), out var number))
        {
            number = objects.Count + 1;
            objects.Add((type, id), number);
        }

        return number;
    }

    private sealed record Coded(long Time, int Name, int Source, int Channel, int Unit, long[] Objects, int[] Types, byte[] Attributes);

    private sealed class Table
    {
        private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

        public List<string> Values { get; } = [];

        public int Code(string? name)
        {
            if (name is null)
            {
                return 0;
            }

            if (!codes.TryGetValue(name, out var code))
            {
                Values.Add(name);
                codes.Add(name, code = Values.Count);
            }

            return code;
        }
    }
}
