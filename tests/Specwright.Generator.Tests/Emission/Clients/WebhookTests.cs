using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

public sealed class WebhookTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("Names")]
    [InlineData("async")]
    [InlineData("read")]
    [InlineData("equals")]
    [InlineData("Order")]
    [InlineData("Func")]
    [InlineData("🚀")]
    [InlineData("\u202E*/\"\\")]
    public async Task AnyName_GivesAReaderThatWorks(string name)
    {
        var generation = Generation(Webhook(name, Ref("Order")), Webhook("plain", Ref("Order")), Webhook(name + " async", Ref("Order")));
        var webhook = generation.Plan.Webhooks!.Union!.Cases[0];

        generation.Compile();
        var read = await generation.RunAsync(
            new FakeWire(System.Net.HttpStatusCode.NoContent),
            $$$"""
            var body = System.Text.Encoding.UTF8.GetBytes("{\"id\":\"7\"}");
            var direct = AcmeWebhooks.Read{{{webhook.Identifier}}}(body);
            var any = await AcmeWebhooks.ReadAsync(AcmeWebhook.Names.{{{webhook.Identifier}}}, new System.IO.MemoryStream(body));
            return direct.Id + any!.Switch(order => order.Id, _ => "", _ => "") + any.Name;
            """);

        Assert.Equal("77" + name, read);
    }

    [Fact]
    public void AddedWebhook_RenamesNoOther()
    {
        var before = Generation(Webhook("order.paid", Ref("Order")));
        var after = Generation(Webhook("order-paid", Ref("Order")), Webhook("order.paid", Ref("Order")));

        Assert.Equal("OrderPaid", Assert.Single(before.Plan.Webhooks!.Webhooks).Identifier);
        Assert.Equal(2, after.Plan.Webhooks!.Webhooks.Select(webhook => webhook.Identifier).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("OrderPaid", after.Plan.Webhooks.Webhooks.Select(webhook => webhook.Identifier));
        Assert.Equal([Rules.NameCollision.Id], after.RuleIds);
        after.Compile();
    }

    [Fact]
    public void PayloadsOfEveryShape_Compile()
    {
        var generation = Generation(
            Webhook("number", Integer()),
            Webhook("none", null),
            Webhook("nullable", Nullable(String())),
            Webhook("list", Array(Ref("Order"))),
            Webhook("any", Any()),
            Webhook("date", Nullable(String("date-time"))));

        generation.Compile();
    }

    [Fact]
    public void WebhooksWithoutBodies_Compile()
        => Generation(Webhook("a", null), Webhook("b", null)).Compile();

    [Fact]
    public void OneWebhook_NeedsNoUnion()
        => Assert.Null(Generation(Webhook("a", Ref("Order"))).Plan.Webhooks!.Union);

    [Fact]
    public void BodyThatIsNoJson_IsReportedAndHasNoReader()
    {
        var generation = Generation(new Webhook { WireName = "form", Operation = Operation("POST", "form", null, Body("application/x-www-form-urlencoded", Object()), Answer("200")) });

        Assert.Equal([Rules.RequestBodyUnsupported.Id], generation.RuleIds);
        Assert.Null(Assert.Single(generation.Plan.Webhooks!.Webhooks).Payload);
        generation.Compile();
    }

    [Fact]
    public void WithoutWebhooks_ThereIsNoFile()
        => Assert.DoesNotContain(Generation().Emit(), file => file.HintName.Contains("Webhook", StringComparison.Ordinal));

    private static Webhook Webhook(string name, Schema? payload) => new()
    {
        WireName = name,
        Operation = payload is null ? Operation("POST", name, null, Answer("200")) : Operation("POST", name, null, Body("application/json", payload), Answer("200")),
    };

    private static ClientGeneration Generation(params Webhook[] webhooks)
        => new(Api(("Order", Object(Required("id")))).With() with { Webhooks = webhooks.ToEquatableArray() });
}
