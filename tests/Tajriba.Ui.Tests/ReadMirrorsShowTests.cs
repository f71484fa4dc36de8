using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui.Tests;

public sealed class ReadMirrorsShowTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Numbers()
    {
        var numbers = Gen.Choose(-2_000_000_000, 2_000_000_000).SelectMany(_ => Gen.Choose(0, 4), (n, decimals) => (Value: n / 10_000m, decimals));
        Check(numbers, (reader, x) => reader.Read().Number(reader.Show().Number(x.Value, x.decimals)) == Math.Round(x.Value, x.decimals, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Counts() => Check(ArbMap.Default.GeneratorFor<long>(), (reader, n) => reader.Read().Count(reader.Show().Count(n)) == n);

    [Fact]
    public void Shares()
        => Check(Gen.Choose(-10_000, 10_000), (reader, n) => Math.Abs(reader.Read().Percent(reader.Show().Percent(n / 1000d, 1))!.Value - (n / 1000d)) < 1e-9);

    [Fact]
    public void Dates()
        => Check(
            Gen.Choose(0, 700_000).Select(n => new DateOnly(1700, 1, 1).AddDays(n % 180_000)),
            (reader, date) => reader.Read().Date(reader.Show().Date(date)) == date && reader.Read().Date(reader.Show().ShortDate(date)) == date);

    [Fact]
    public void Moments()
        => Check(
            Gen.Choose(0, 30_000_000).Select(minutes => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)),
            (reader, instant) =>
            {
                var show = reader.Show();
                return reader.Read().DateTime(show.DateTime(instant)) is { } read && show.DateTime(read) == show.DateTime(instant);
            });

    [Fact]
    public void Durations()
        => Check(
            Gen.Choose(0, 3).SelectMany(_ => Gen.Choose(1, 5_000), (unit, n) => unit switch
            {
                0 => TimeSpan.FromMilliseconds(n % 999),
                1 => TimeSpan.FromSeconds(n),
                2 => TimeSpan.FromMinutes(n % 1439),
                _ => TimeSpan.FromHours(n),
            }),
            (reader, duration) =>
            {
                var show = reader.Show();
                return reader.Read().Duration(show.Duration(duration)) is { } read && show.Duration(read) == show.Duration(duration)
                    && Math.Abs((read - duration).TotalSeconds) < 60;
            });

    private static void Check<T>(Gen<T> values, Func<ReaderPreferences, T, bool> holds)
        => Prop.ForAll(Readers.Any.SelectMany(_ => values, (reader, value) => (reader, value)).ToArbitrary(), x => holds(x.reader, x.value)).Check(Many);
}
