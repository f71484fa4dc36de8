using FsCheck;
using FsCheck.Fluent;
using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.Tests.Ocel;

/// <summary>Random consistent logs with all attribute types, awkward names, changes over time and objects that nothing concerns.</summary>
internal static class RandomOcel
{
    private static readonly string[] Texts = ["", "plain", "سفارش مشتری", "شركة", "with \"quotes\"", "it's", "a,b;c", "line\nbreak", "\u200cنیم\u200cفاصله", "😀"];

    public static Arbitrary<ObjectCentricLog> Logs { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed))));

    private static ObjectCentricLog Make(Random random)
    {
        var objectTypes = Types(random, ["customer", "order \"x\"", "سفارش", "order x"]);
        var eventTypes = Types(random, ["place order", "place-order", "پرداخت", "Pay; now", "1"]);
        var objects = Enumerable.Range(0, objectTypes.Count == 0 ? 0 : random.Next(8))
            .Select(i => (Id: $"o{i} {Pick(random, Texts)}", Type: Pick(random, objectTypes)))
            .ToArray();
        return new ObjectCentricLog(
            eventTypes,
            objectTypes,
            [
                .. Enumerable.Range(0, eventTypes.Count == 0 ? 0 : random.Next(12)).Select(i =>
                {
                    var type = Pick(random, eventTypes);
                    return new OcelEvent(
                        $"e{i}",
                        type.Name,
                        Time(random),
                        [.. type.Attributes.Where(_ => random.Next(2) == 0).Select(a => new OcelAttribute(a.Name, Value(random, a.Type)))],
                        Relations(random, [.. objects.Select(o => o.Id)]));
                }),
            ],
            [
                .. objects.Select(o => new OcelObject(
                    o.Id,
                    o.Type.Name,
                    [
                        .. o.Type.Attributes.Where(_ => random.Next(2) == 0).Select(a => new OcelObjectAttribute(a.Name, DateTimeOffset.UnixEpoch, Value(random, a.Type))),
                        .. o.Type.Attributes.Where(_ => random.Next(3) == 0).Select(a => new OcelObjectAttribute(a.Name, Time(random), Value(random, a.Type))),
                    ],
                    Relations(random, [.. objects.Select(x => x.Id)]))),
            ]);
    }

    private static List<OcelType> Types(Random random, string[] names) =>
    [
        .. names.Where(_ => random.Next(4) > 0).Select(name => new OcelType(
            name,
            [
                .. new[] { "amount", "note \"n\"", "مبلغ", "at", "done" }.Where(_ => random.Next(2) == 0)
                    .Select(a => new OcelAttributeDefinition(a, (OcelValueType)random.Next(5))),
            ])),
    ];

    private static List<OcelRelation> Relations(Random random, string[] ids) => ids.Length == 0
        ? []
        : [.. Enumerable.Range(0, random.Next(4)).Select(_ => new OcelRelation(Pick(random, ids), Pick(random, Texts))).Distinct()];

    private static DateTimeOffset Time(Random random) => DateTimeOffset.UnixEpoch.AddTicks(1 + random.NextInt64(TimeSpan.TicksPerDay * 30_000));

    private static OcelValue Value(Random random, OcelValueType type) => type switch
    {
        OcelValueType.Time => OcelValue.Of(Time(random)),
        OcelValueType.Integer => OcelValue.Of(random.NextInt64(long.MinValue, long.MaxValue)),
        OcelValueType.Float => OcelValue.Of(random.Next(3) == 0 ? random.Next(10) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300))),
        OcelValueType.Boolean => OcelValue.Of(random.Next(2) == 0),
        _ => OcelValue.Of(Pick(random, Texts)),
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
