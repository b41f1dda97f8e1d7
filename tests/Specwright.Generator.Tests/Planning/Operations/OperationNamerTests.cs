using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Planning.Operations;

public sealed class OperationNamerTests
{
    [Theory]
    [InlineData("get-order", "GetOrder")]
    [InlineData("orders.list_all", "OrdersListAll")]
    [InlineData("getOrderAsync", "GetOrder")]
    [InlineData("async", "Async")]
    [InlineData("---", "GetOrdersByIdLines")]
    [InlineData("", "GetOrdersByIdLines")]
    [InlineData(null, "GetOrdersByIdLines")]
    public void Operation_IsNamedByItsIdOrByMethodAndPath(string? id, string expected)
        => Assert.Equal(expected, Names(Operation("GET", "/orders/{id}/lines", id)).Single());

    [Theory]
    [InlineData("/", "GetRoot")]
    [InlineData("/v1/{a}.{b}", "GetV1ByAByB")]
    [InlineData("/order_items/{order-id}", "GetOrderItemsByOrderId")]
    public void Path_GivesWords(string path, string expected) => Assert.Equal(expected, Names(Operation("GET", path)).Single());

    [Fact]
    public void ChosenName_WinsOverTheId()
        => Assert.Equal("Fetch", Names(Operation("GET", "/orders", "getOrders") with { ChosenName = "Fetch" }).Single());

    [Fact]
    public void CollidingIds_AreToldApartByMethodAndPathInAnyOrder()
    {
        var first = Operation("GET", "/a", "get-order");
        var second = Operation("GET", "/b", "getOrder");
        var findings = new List<Finding>();

        Assert.Equal(["GetOrder", "GetOrderGetB"], OperationNamer.Name(EquatableArray.Of(first, second), findings));
        Assert.Equal(["GetOrderGetB", "GetOrder"], Names(second, first));
        var finding = Assert.Single(findings);
        Assert.Equal(second.Pointer, finding.Pointer);
        Assert.Equal(["get-order", "getOrder", "GetOrderGetB"], finding.Arguments);
    }

    [Fact]
    public void NamesWhoseMethodsWouldBeTheSame_Collide()
    {
        var names = Names(Operation("GET", "/a", "getOrder"), Operation("GET", "/b", "getOrderResponse"), Operation("GET", "/c", "fooOperation"), Operation("GET", "/d", "readFoo"));

        Assert.Equal(["GetOrder", "GetOrderResponseGetB", "FooOperation", "ReadFooGetD"], names);
    }

    [Fact]
    public void ManyEqualIds_AllGetNamesOfTheirOwn()
    {
        var operations = Enumerable.Range(0, 50).Select(index => Operation("GET", "/" + new string('!', index + 1), "same")).ToArray();

        Assert.Equal(50, Names(operations).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        new ClientGeneration(Api().With(operations)).Compile();
    }

    private static IReadOnlyList<string> Names(params Operation[] operations) => OperationNamer.Name(operations.ToEquatableArray(), new List<Finding>());
}
