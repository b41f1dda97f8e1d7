using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Planning.Operations;

public sealed class SubClientPlannerTests
{
    [Theory]
    [InlineData(60, 2, false)]
    [InlineData(61, 2, true)]
    [InlineData(61, 1, false)]
    [InlineData(200, 3, true)]
    public void ManyOperationsOfSeveralTags_AreDividedByTagUnlessTheBuildSaysOtherwise(int operations, int tags, bool isDivided)
    {
        var generation = new ClientGeneration(Numbered(operations, tags));

        Assert.Equal(isDivided ? tags : 0, generation.Client.SubClients.Count);
        Assert.Equal(isDivided, generation.RuleIds.Contains(Rules.DividedByTag.Id));
        Assert.Equal(operations, generation.Client.AllOperations.Count());
    }

    [Fact]
    public void Choice_CountsForMoreThanNumbers()
    {
        var always = new ClientGeneration(Numbered(2, 1), subClients: SubClientChoice.Always);
        var never = new ClientGeneration(Numbered(100, 5), subClients: SubClientChoice.Never);

        Assert.Equal("Tag0", Assert.Single(always.Client.SubClients).Property);
        Assert.Empty(never.Client.SubClients);
        Assert.Empty(always.Findings);
        Assert.Empty(never.Findings);
    }

    [Fact]
    public void Operation_StandsInTheSubClientOfItsFirstTagOrOnTheClient()
    {
        var client = Divide(
            Operation("GET", "/a", "listA").Tagged("orders", "admin"),
            Operation("GET", "/b", "listB").Tagged("admin"),
            Operation("GET", "/c", "ping"),
            Operation("GET", "/d", "pong").Tagged(" ")).Client;

        Assert.Equal(["Admin: ListB", "Orders: ListA"], client.SubClients.Select(Listing));
        Assert.Equal(["Ping", "Pong"], client.Operations.Select(operation => operation.Identifier));
    }

    [Theory]
    [InlineData("payments", "payments/create", "Create")]
    [InlineData("Payments", "Payments_Create", "Create")]
    [InlineData("account holders", "account_holders_list", "List")]
    [InlineData("account holders", "accountHolders.list", "List")]
    [InlineData("payments", "createPayment", "CreatePayment")]
    [InlineData("payments", "paymentsCreate", "PaymentsCreate")]
    [InlineData("payments", "payment/create", "PaymentCreate")]
    [InlineData("payments", "payments/2fa", "Payments2fa")]
    [InlineData("payments", "payments", "Payments")]
    [InlineData("payments", "payments/", "Payments")]
    [InlineData("payments", null, "GetP")]
    public void WholePartOfTheId_ThatRepeatsTheTagIsLeftOut(string tag, string? id, string method)
        => Assert.Equal($"{Naming.Identifiers.Pascal(tag)}: {method}", Listing(Assert.Single(Divide(Operation("GET", "/p", id).Tagged(tag)).Client.SubClients)));

    [Fact]
    public void ChosenName_OfAnOperationStaysWhole()
        => Assert.Equal("Orders: OrdersAll", Listing(Assert.Single(Divide(Operation("GET", "/o", "orders/list").Tagged("orders") with { ChosenName = "OrdersAll" }).Client.SubClients)));

    [Fact]
    public void AddedOperation_RenamesNoneOfAnotherOne()
    {
        var before = Divide(Operation("GET", "/a", "orders/list").Tagged("orders"), Operation("GET", "/b", "refunds/list").Tagged("refunds"));
        var after = Divide(
            Operation("GET", "/a", "orders/list").Tagged("orders"),
            Operation("GET", "/b", "refunds/list").Tagged("refunds"),
            Operation("GET", "/c", "list").Tagged("orders"),
            Operation("GET", "/d", "orders/list").Tagged("refunds"));

        Assert.Equal(["Orders: List", "Refunds: List"], before.Client.SubClients.Select(Listing));
        Assert.Equal(["Orders: List, ListGetC", "Refunds: List, OrdersList"], after.Client.SubClients.Select(Listing));
    }

    [Fact]
    public void IdsThatAgreeWithoutTheTag_GetTheWholeIdNext()
    {
        var generation = Divide(Operation("GET", "/a", "list").Tagged("orders"), Operation("GET", "/b", "orders/list").Tagged("orders"));

        Assert.Equal("Orders: List, OrdersList", Listing(Assert.Single(generation.Client.SubClients)));
        Assert.Equal([Rules.NameCollision.Id], generation.RuleIds);
    }

    [Fact]
    public void DuplicateIds_CollideOnlyWithinOneSubClient()
    {
        var generation = Divide(
            Operation("GET", "/a", "list").Tagged("orders"),
            Operation("GET", "/b", "list").Tagged("orders"),
            Operation("GET", "/c", "list").Tagged("refunds"),
            Operation("GET", "/d", "list"));

        Assert.Equal(["Orders: List, ListGetB", "Refunds: List"], generation.Client.SubClients.Select(Listing));
        Assert.Equal(["List"], generation.Client.Operations.Select(operation => operation.Identifier));
        Assert.Equal([Rules.NameCollision.Id], generation.RuleIds);
        generation.Compile();
    }

    [Fact]
    public void TagsOfTheSameWords_ShareASubClient()
    {
        var generation = Divide(
            Operation("GET", "/a", "a").Tagged("account holders"),
            Operation("GET", "/b", "b").Tagged("Account-Holders"),
            Operation("GET", "/c", "c").Tagged("accountHolders"));

        Assert.Equal("AccountHolders: A, B, C", Listing(Assert.Single(generation.Client.SubClients)));
        Assert.Contains("Tag: accountHolders", Assert.Single(generation.Client.SubClients).Documentation.Remarks);
    }

    [Fact]
    public void TagsThatDifferOnlyInCaseAsIdentifiers_AreToldApartInAnyOrder()
    {
        var first = Operation("GET", "/a", "a").Tagged("ipaddress");
        var second = Operation("GET", "/b", "b").Tagged("ipAddress");

        var properties = Divide(first, second).Client.SubClients.Select(subClient => subClient.Property).ToList();

        Assert.Equal(2, properties.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(properties, Divide(second, first).Client.SubClients.Select(subClient => subClient.Property));
        Divide(first, second).Compile();
    }

    [Fact]
    public void TypesOfAnOperation_AreNamedAlikeWithAndWithoutSubClients()
    {
        var api = Api().With(
            Operation("POST", "/a", "orders/list", Answer("200", Object(Required("id"))).WithHeader("X-Page")).Tagged("orders"),
            Operation("POST", "/b", "refunds/list", Answer("200", Object(Required("id"))).WithHeader("X-Page")).Tagged("refunds"));
        var divided = new ClientGeneration(api, subClients: SubClientChoice.Always);
        var whole = new ClientGeneration(api, subClients: SubClientChoice.Never);

        Assert.Equal(["OrdersListResponse", "RefundsListResponse"], divided.Plan.Types.Select(type => type.Identifier));
        Assert.Equal(whole.Plan.Types.Select(type => type.Identifier), divided.Plan.Types.Select(type => type.Identifier));
        Assert.Equal(["OrdersListHeaders", "RefundsListHeaders"], divided.Client.AllOperations.Select(operation => operation.Headers!.Identifier));
        divided.Compile();
    }

    [Fact]
    public void ListedTag_GivesDocumentationAndNameWhereItChoosesOne()
    {
        var api = Api().With(Operation("GET", "/a", "a").Tagged("pay")) with { Tags = EquatableArray.Of(Tag("pay", "Money *out*.\n\nMore.", "Payouts"), Tag("unused")) };

        var subClient = Assert.Single(new ClientGeneration(api, subClients: SubClientChoice.Always).Client.SubClients);

        Assert.Equal(("Payouts", "IAcmePayoutsClient", "AcmePayoutsClient"), (subClient.Property, subClient.Interface, subClient.Class));
        Assert.Equal("Money out.", subClient.Documentation.Summary);
        Assert.Equal(["More.", "Tag: pay"], subClient.Documentation.Remarks);
    }

    [Fact]
    public void TagWhoseOperationsAreAllLeftOut_GivesNoSubClient()
    {
        var generation = Divide(Operation("GET", "/a", "a").Tagged("orders"), Operation("GET", "/../b", "b").Tagged("odd"));

        Assert.Equal(["Orders: A"], generation.Client.SubClients.Select(Listing));
        generation.Compile();
    }

    private static ClientGeneration Divide(params Operation[] operations) => new(Api().With(operations), subClients: SubClientChoice.Always);

    private static string Listing(SubClientPlan subClient) => $"{subClient.Property}: {string.Join(", ", subClient.Operations.Select(operation => operation.Identifier))}";

    private static ApiDescription Numbered(int operations, int tags)
        => Api().With([.. Enumerable.Range(0, operations).Select(index => Operation("GET", "/o" + index, "get" + index).Tagged("tag" + (index % tags)))]);
}
