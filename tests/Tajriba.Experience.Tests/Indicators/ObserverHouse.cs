using Microsoft.Extensions.Primitives;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Indicators.Units;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Tests.Indicators;

/// <summary>A reader of indicators over a log in memory, with two branches and a clock that stands.</summary>
internal sealed class ObserverHouse : TimeProvider, IUnits, ICurrentPerson
{
    public static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset now;
    private long looks;

    public ObserverHouse(MemoryLog log, UnitScope? scope = null, DateTimeOffset? now = null)
    {
        this.now = now ?? Now;
        Scope = scope ?? UnitScope.Everything;
        var clock = new DayClock(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"));
        var definitions = new IndicatorDefinitions(null!);
        var selections = new IndicatorSelections(new IndicatorObservations(log, definitions, clock, People, this), log, this, null!, clock, this);
        Reader = new IndicatorReader(definitions, selections, this);
        Units = new IndicatorUnits(Reader, selections);
        Control = new IndicatorControl(selections);
    }

    /// <summary>Who is who; what is said here counts for the next report.</summary>
    public KnownPersons People { get; } = new();

    public IndicatorReader Reader { get; }

    public IndicatorUnits Units { get; }

    public IndicatorControl Control { get; }

    public UnitScope Scope { get; }

    public UnitTree Tree { get; } = new([new(1, "org", UnitKind.Organization, null, new("Org")), new(2, "n1", UnitKind.Branch, 1, new("North")), new(3, "s1", UnitKind.Branch, 1, new("South"))]);

    public bool IsSignedIn => true;

    public long Id => 1;

    public string Name => "Reader";

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => 1;

    /// <summary>A minute passes between one look and the next.</summary>
    public override long GetTimestamp() => looks += 60;

    public bool Can(Permission permission) => true;

    public UnitScope ScopeOf(Permission permission) => Scope;

    public IChangeToken Watch() => throw new NotSupportedException();

    public Task<AccessRefusal?> AddAsync(IReadOnlyList<NewUnit> units, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AccessRefusal?> RenameAsync(string code, LocalName name, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<AccessRefusal?> MoveAsync(string code, string? newParentCode, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
