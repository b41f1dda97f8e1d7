using Specwright.Model;

namespace Specwright.Planning.Naming;

public sealed class NameScopeTests
{
    private readonly List<Finding> _findings = [];

    [Fact]
    public void Collision_IsSettledByThePointerAndNotByTheOrder()
    {
        NameCandidate[] candidates = [new("#/b", "order_line", "OrderLine"), new("#/a", "order-line", "OrderLine"), new("#/c", "Order", "Order")];

        var forward = NewScope().Add(candidates, "Model", _findings);
        var backward = NewScope().Add(candidates.Reverse().ToList(), "Model", []);

        Assert.Equal("OrderLine", forward[1]);
        Assert.Matches("^OrderLine_[0-9A-F]{4}$", forward[0]);
        Assert.Equal(forward.Reverse(), backward);
        var finding = Assert.Single(_findings);
        Assert.Equal("#/b", finding.Pointer);
        Assert.Equal(["order-line", "order_line", forward[0]], finding.Arguments);
    }

    [Fact]
    public void ExactSpelling_KeepsItsName()
    {
        var names = NewScope().Add([new("#/a", "order", "Order"), new("#/b", "Order", "Order")], "Model", _findings);

        Assert.Equal("Order", names[1]);
    }

    [Fact]
    public void AnotherCollidingSchema_RenamesNobody()
    {
        NameCandidate[] before = [new("#/a", "order-line", "OrderLine"), new("#/c", "order_line", "OrderLine")];
        var first = NewScope().Add(before, "Model", _findings);
        var second = NewScope().Add([.. before, new("#/b", "order.line", "OrderLine")], "Model", _findings);

        Assert.Equal(first, second.Take(2));
    }

    [Fact]
    public void ReservedNames_GetASuffixThatReadsWell()
    {
        var scope = new NameScope(ignoreCase: true, ["AcmeClient"]);

        Assert.Equal("AcmeclientModel", scope.Add(new NameCandidate("#/a", "acmeclient", "Acmeclient"), "Model", _findings));
    }

    [Fact]
    public void NamesReservedInEveryScope_AreReservedForOneAndForSeveral()
    {
        var always = new HashSet<string>(StringComparer.Ordinal) { "Equals" };
        NameCandidate candidate = new("#/a", "equals", "Equals");

        var one = new NameScope(always, []).Add(candidate, "Value", _findings);
        var several = new NameScope(always, []).Add([new("#/b", "id", "Id"), candidate], "Value", _findings);

        Assert.Equal("EqualsValue", one);
        Assert.Equal(["Id", "EqualsValue"], several);
        Assert.All(_findings, finding => Assert.Equal(["Equals", "equals", "EqualsValue"], finding.Arguments));
        Assert.Equal(["Equals"], always);
    }

    [Fact]
    public void NamesThatDifferInCaseOnly_CollideWhereCaseIsIgnored()
    {
        var names = NewScope().Add([new("#/a", "OrderID", "OrderId"), new("#/b", "Orderid", "Orderid")], "Model", _findings);

        Assert.NotEqual(names[0], names[1], StringComparer.OrdinalIgnoreCase);
    }

    private static NameScope NewScope() => new(ignoreCase: true, []);
}
