using Specwright.Harness;
using Specwright.Model;

namespace Specwright.Planning.Selection;

public sealed class SelectedOperationsTests
{
    private static readonly Webhook Gone = new()
    {
        WireName = "gone",
        Callback = new() { CallerPointer = "#/paths/~1first/post", OtherCallerPointers = EquatableArray.Of("#/paths/~1second/post"), Expression = "{$request.query.url}", IsShared = true },
        Operation = DescribeClient.Operation("POST", "{$request.query.url}", null, DescribeClient.Body("application/json", Describe.Ref("Gone"))),
    };

    private static readonly ApiDescription Whole = WithWebhook(Describe
        .Api(("Order", Describe.Object(Describe.Optional("id"))), ("Gone", Describe.Object(Describe.Optional("id"))))
        .With(DescribeClient.Operation("POST", "/first", "first"), DescribeClient.Operation("POST", "/second", "second")));

    [Fact]
    public void WithoutASelection_NothingChanges()
        => Assert.Same(Whole, SelectedOperations.Of(Whole, new OperationSelection(), []));

    [Theory]
    [InlineData("first", "#/paths/~1first/post")]
    [InlineData("second", "#/paths/~1second/post")]
    public void SharedCallback_StaysWithWhoeverAsksForIt(string operation, string caller)
    {
        var selected = SelectedOperations.Of(Whole, new OperationSelection { IncludeOperations = EquatableArray.Of(operation) }, []);

        Assert.Equal(caller, Assert.Single(selected.Webhooks).Callback!.CallerPointer);
        Assert.Equal(["Gone"], selected.Schemas.Select(schema => schema.WireName));
    }

    [Fact]
    public void Callback_GoesWithTheLastThatAsksForIt()
    {
        var selected = SelectedOperations.Of(Whole, new OperationSelection { ExcludePaths = EquatableArray.Of("/**") }, []);

        Assert.True(selected.Webhooks.IsEmpty);
        Assert.True(selected.Schemas.IsEmpty);
    }

    [Fact]
    public void PatternThatAnotherFilterMadeNeedless_IsNotReported()
    {
        var findings = new List<Finding>();
        SelectedOperations.Of(Whole, new OperationSelection { IncludePaths = EquatableArray.Of("/first"), ExcludeOperations = EquatableArray.Of("second") }, findings);

        Assert.Empty(findings);
    }

    private static ApiDescription WithWebhook(ApiDescription description) => description with { Webhooks = EquatableArray.Of(Gone) };
}
