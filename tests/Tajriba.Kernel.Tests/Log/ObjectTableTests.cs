using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;

namespace Tajriba.Kernel.Tests.Log;

public sealed class ObjectTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void A_table_of_any_capacity_finds_what_it_was_given_last(int capacity)
    {
        var table = new ObjectTable(capacity);
        for (var i = 0; i < 3 * capacity; i++)
        {
            var handle = table.Handle(1, Id(i));
            Assert.True(table.TryFind(1, Id(i), out var found));
            Assert.Equal(handle, found);
        }
    }

    [Fact]
    public void The_newest_capacity_of_ids_is_never_forgotten()
    {
        Prop.ForAll(Gen.Choose(1, 300).Zip(Gen.ArrayOf(Gen.Choose(0, 500))).ToArbitrary(), story =>
        {
            var (capacity, ids) = story;
            var table = new ObjectTable(capacity);
            var newest = new Dictionary<int, long>();
            foreach (var id in ids)
            {
                var handle = table.Handle(id % 3, Id(id));
                Assert.True(!newest.TryGetValue(id, out var known) || known == handle || newest.Count > capacity);
                newest[id] = handle;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_type_is_part_of_an_objects_name()
    {
        var table = new ObjectTable();
        Assert.NotEqual(table.Handle(1, Id(7)), table.Handle(2, Id(7)));
    }

    [Fact]
    public void A_handle_is_a_number_once_it_is_resolved()
    {
        var table = new ObjectTable();
        var first = table.Handle(1, Id(1));
        var second = table.Handle(2, Id(2));
        Assert.Equal(["1", "2"], table.Unresolved.Select(p => Encoding.UTF8.GetString(p.Utf8Id)));

        table.Resolve([41, 42], [1, 2]);
        Assert.Empty(table.Unresolved);
        Assert.Equal((41, 1), (table.Number(first), table.Type(first)));
        Assert.Equal((42, 2), (table.Number(second), table.Type(second)));

        var third = table.Handle(1, Id(3));
        table.Resolve([43], [1]);
        Assert.Equal((43, 1), (table.Number(third), table.Type(third)));
        Assert.Equal(41, table.Number(table.Handle(1, Id(1))));
        Assert.True(table.IsHandle(third));
        Assert.False(table.IsHandle(-4));
    }

    private static byte[] Id(int number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
