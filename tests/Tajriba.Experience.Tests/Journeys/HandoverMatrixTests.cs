using Tajriba.Experience.Journeys.Handovers;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class HandoverMatrixTests
{
    [Fact]
    public void Rows_give_and_columns_receive_the_busiest_first()
    {
        var matrix = HandoverMatrix.Of(new HandoverTable([new("a", "x", 5, 60), new("b", "x", 4, 30), new("b", "y", 3, 10)], 12, 1));
        Assert.Equal(["b", "a"], matrix.From);
        Assert.Equal(["x", "y"], matrix.To);
        Assert.Equal([4, 3], matrix.Cells[0].Select(c => c!.Count));
        Assert.Null(matrix.Cells[1][1]);
        Assert.Equal(5, matrix.Most);
    }

    [Fact]
    public void At_most_twenty_stand_on_each_side()
    {
        var matrix = HandoverMatrix.Of(new HandoverTable([.. Enumerable.Range(0, 60).Select(i => new HandoverTable.Pass($"f{i:00}", $"t{i:00}", 100 - i, 1))], 4000, 1));
        Assert.Equal(20, matrix.From.Count);
        Assert.Equal("f00", matrix.From[0]);
        Assert.Equal("t19", matrix.To[^1]);
    }
}
