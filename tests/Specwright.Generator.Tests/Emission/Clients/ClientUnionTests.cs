using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

public sealed class ClientUnionTests
{
    private static readonly ApiDescription Types = Api(("Card", Object(Required("number"))), ("Payment", Union(Ref("Card"), Array(String()))));

    [Fact]
    public async Task UnionAsBodyAndAnswer_IsSentAndRead()
    {
        var generation = new ClientGeneration(Types.With(Operation("POST", "/pay", "pay", Body("application/json", Ref("Payment")), Answer("200", Union(Ref("Card"), Boolean())))));
        var wire = new FakeWire(HttpStatusCode.OK, "true");

        var answer = await generation.RunAsync(wire, """return (await client.PayAsync(new Card { Number = "4" })).Switch(card => card.Number, isDone => "done " + isDone, _ => "?");""");

        Assert.Equal("done True", answer);
        Assert.Equal(["""{"number":"4"}"""], wire.Bodies);
    }

    [Fact]
    public async Task UnionAsError_IsTheExceptionsError()
    {
        var generation = new ClientGeneration(Types.With(Operation("GET", "/pay", "pay", Answer("204"), Answer("4XX", Ref("Payment")), Answer("500", Union(Ref("Card"), Boolean())))));
        generation.Compile();

        var answer = await generation.RunAsync(
            new FakeWire(HttpStatusCode.NotFound, """["a","b"]"""),
            """try { await client.PayAsync(); return "?"; } catch (ApiException<Payment> exception) { return exception.Error.TryGetItems(out var items) ? string.Join("+", items) : "?"; }""");

        Assert.Equal("a+b", answer);
    }

    [Fact]
    public void UnionAsParameterOrHeader_IsTextAndReported_AndLeavesNoType()
    {
        var union = Union(Boolean(), Enum("auto"));
        var generation = new ClientGeneration(Api().With(Operation("GET", "/pay", "pay", Query("one", union), Query("many", Array(union)), Answer("204").WithHeader("X-Mode", union))));

        generation.Compile();
        Assert.Equal(["SPEC0201", "SPEC0201", "SPEC0201"], generation.RuleIds);
        Assert.Empty(generation.Plan.Types);
        Assert.Equal(["string", "global::System.Collections.Generic.IReadOnlyList<string>"], generation.Operation.Parameters.Select(parameter => parameter.Type.Name));
    }
}
