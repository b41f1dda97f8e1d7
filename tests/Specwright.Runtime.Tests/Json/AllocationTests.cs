using System.Text;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class AllocationTests
{
    [Fact]
    public void List_AllocatesOnlyItsResult()
    {
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 1000))}]");
        Assert.InRange(AllocatedBy(() => ApiJson.Read<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(json)), 4000, 4100);
    }

    [Fact]
    public void Names_AreNotMadeIntoStrings()
    {
        var json = """{"aMemberThatNobodyKnows":{"deep":["text"]},"quantity":2,"an\u006fther":"text","price":"1.10"}"""u8.ToArray();
        var size = AllocatedBy(() => new OrderLine { Price = 1, Quantity = 1 });
        Assert.Equal(size, AllocatedBy(() => ApiJson.Read<OrderLine, OrderLine.JsonCodec>(json)));
    }

    [Fact]
    public void Writing_AllocatesOnlyTheResult()
    {
        var line = new OrderLine { Price = 1.10m, Quantity = 2 };
        Assert.InRange(AllocatedBy(() => ApiJson.ToUtf8Bytes<OrderLine, OrderLine.JsonCodec>(line)), 1, 150);
    }

    /// <summary>Bytes per call once everything is warm.</summary>
    private static long AllocatedBy(Func<object> call)
    {
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
