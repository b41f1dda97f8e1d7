using System.Text.Json.Nodes;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Emission;

public sealed class RecordEmitterTests
{
    /// <summary>One of everything that a record can hold.</summary>
    private static readonly ApiDescription Acme = Api(
        ("Order", Object(
            Required("orderId", String() with { Description = "Identifies the *order*.", IsDeprecated = true }),
            Required("amount", Number() with { Description = "Amount in INR." }),
            Required("memo", Nullable(String())),
            Optional("status", Ref("OrderStatus")),
            Optional("lines", Array(Ref("OrderLine"))),
            Optional("note", Nullable(String())),
            Optional("fee", Nullable(String("decimal"))),
            Optional("secret", String("password")),
            Optional("createdAt", String("date-time")),
            Optional("day", String("date") with { IsDeprecated = true }),
            Optional("key", String("uuid")),
            Optional("payload", String("byte")),
            Optional("ratio", Number("double")),
            Optional("share", Number("float")),
            Optional("count", Integer("int32")),
            Optional("total", Integer()),
            Optional("paid", Boolean()),
            Optional("subCode", Union(String(), Integer())),
            Optional("code", Ref("ResponseCode")),
            Optional("anything", Any()),
            Optional("rails", Map(Ref("OrderLine"))),
            Optional("labels", Map(Nullable(String()))),
            Optional("billing", Object(Required("city"))),
            Optional("parent", Ref("Order"))) with
        {
            AdditionalProperties = AdditionalProperties.Any,
            Description = "A payout order.\n\nIt *moves* money from `a` to [b](https://example.org).",
        }),
        ("OrderLine", Object(Required("sku"), Optional("price", String("decimal")))),
        ("OrderStatus", Enum("CREATED", "IN_PROGRESS", "paid-out")),
        ("ResponseCode", IntegerEnum("int32", "200", "-1")));

    [Theory]
    [InlineData("""{"orderId":"1","amount":10.50,"memo":null}""")]
    [InlineData("""{"orderId":"1","amount":10.50,"memo":"m","note":null,"fee":null}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","status":"CREATED","lines":[{"sku":"a","price":"214735.50"}],"note":"n","fee":"0.10","secret":"s"}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","status":"SOMETHING_NEW","code":404,"createdAt":"2026-01-02T03:04:05+05:30","day":"2026-01-02"}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","subCode":"520","rails":{"UPI":{"sku":"u"}},"labels":{"a":null,"b":"c"}}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","subCode":520,"anything":{"x":[1,2]},"billing":{"city":"Pune"}}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","anything":null,"parent":{"orderId":"0","amount":2,"memo":null}}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","key":"7f3b6f0e-9a1c-4c55-8d9e-111111111111","payload":"AQID","ratio":0.5,"share":0.25,"count":3,"total":9007199254740993,"paid":true}""")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","unknown":{"kept":[true]},"more":"x"}""")]
    public void EveryKindOfMember_SurvivesReadingAndWriting(string json)
    {
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Compiled.Value.Call("Acme.RoundTrips", "Run", json) as string ?? "")),
            Compiled.Value.Call("Acme.RoundTrips", "Run", json) as string);
    }

    [Fact]
    public void AdditionalMember_NamedAsADeclaredOneIsRefused()
    {
        var assembly = CompilationHarness.Load(
            new TypeGeneration(Api(("Note", Object(Optional("text")) with { AdditionalProperties = AdditionalProperties.Typed, AdditionalPropertiesSchema = String() }))).Emit(),
            """
            namespace Acme;

            public static class Uses
            {
                public static string Run() => System.Text.Json.JsonSerializer.Serialize(
                    new Note { Text = "a", AdditionalProperties = new System.Collections.Generic.Dictionary<string, string> { ["text"] = "b" } });
            }
            """);

        Assert.Contains("'text'", Assert.Throws<ArgumentException>(() => assembly.Call("Acme.Uses", "Run")).Message);
    }

    [Fact]
    public void Amounts_AreWrittenWithTheScaleTheyWereReadWith()
        => Assert.Equal("""{"orderId":"1","amount":10.500,"memo":"m","fee":"0.10"}""", Compiled.Value.Call("Acme.RoundTrips", "Run", """{ "orderId": "1", "fee": "0.10", "amount": 10.500, "memo": "m" }"""));

    [Fact]
    public void NullForAnOptionalMember_IsReadAsAbsent()
        => Assert.Equal("""{"orderId":"1","amount":1,"memo":null}""", Compiled.Value.Call("Acme.RoundTrips", "Run", """{"orderId":"1","amount":1,"memo":null,"status":null,"lines":null,"count":null}"""));

    [Theory]
    [InlineData("""{"amount":1,"memo":"m"}""", "orderId")]
    [InlineData("""{"orderId":null,"amount":1,"memo":"m"}""", "orderId")]
    [InlineData("""{"orderId":"1","amount":"abc","memo":"m"}""", "amount")]
    [InlineData("""{"orderId":"1","amount":1,"memo":"m","lines":[{"sku":"a"},{"price":"1"}]}""", "lines[1]")]
    public void BadJson_IsRefusedWithItsPlace(string json, string place)
        => Assert.Contains(place, Assert.ThrowsAny<System.Text.Json.JsonException>(() => Compiled.Value.Call("Acme.RoundTrips", "Run", json)).Message);

    [Fact]
    public void Secrets_AreNotPrinted()
    {
        var text = (string)Compiled.Value.Call("Acme.Prints", "Run")!;

        Assert.DoesNotContain("hunter2", text);
        Assert.Contains("OrderId = 1, Amount = 2.50", text);
        Assert.Contains("Secret = ***", text);
    }

    [Fact]
    public void JsonSerializer_UsesTheCodecByAttributeAndByResolver()
        => Assert.Equal("""{"orderId":"1","amount":2.50,"memo":null,"status":"CREATED"}|"CREATED"|{"sku":"a"}""", Compiled.Value.Call("Acme.Serializes", "Run"));

    [Fact]
    public void Text_ReadsAsWrittenByHand()
    {
        var order = Object(
            Required("orderId", String() with { Description = "Identifies the order." }),
            Optional("status", Ref("OrderStatus")),
            Optional("note", Nullable(String())));
        var description = Api(("Order", order with { Description = "A payout order." }), ("OrderStatus", Enum("CREATED")));

        var text = new TypeGeneration(description).Text("Order");

        Assert.Equal(Expected.ReplaceLineEndings("\n"), text);
    }

    private static readonly Lazy<System.Reflection.Assembly> Compiled = new(() => CompilationHarness.Load(
        new TypeGeneration(Acme).Emit(),
        TypeGeneration.RoundTripSource("Acme", "Order"),
        """
        namespace Acme;

        public static class Prints
        {
            public static string Run() => new Order { OrderId = "1", Amount = 2.50m, Memo = null, Secret = "hunter2" }.ToString();
        }

        public static class Serializes
        {
            public static string Run()
            {
                var order = new Order { OrderId = "1", Amount = 2.50m, Memo = null, Status = OrderStatus.Created };
                return global::System.Text.Json.JsonSerializer.Serialize(order, AcmeJson.Default.Order)
                    + "|" + global::System.Text.Json.JsonSerializer.Serialize(OrderStatus.Created)
                    + "|" + global::System.Text.Json.JsonSerializer.Serialize(new OrderLine { Sku = "a" });
            }
        }
        """));

    private const string Expected = """
        // <auto-generated/> from acme.openapi.yaml
        #nullable enable
        #nullable disable warnings // The generator's tests looked for them; here it would cost every build.
        #pragma warning disable CS1591 // The description documents only some members.
        #pragma warning disable CS0612, CS0618 // Deprecated members are still read and written.

        namespace Acme;

        using global::Specwright.Json;
        using global::System.CodeDom.Compiler;
        using global::System.Text.Json;
        using global::System.Text.Json.Serialization;

        /// <summary>A payout order.</summary>
        /// <remarks>Source: <c>#/components/schemas/Order</c>.</remarks>
        [JsonConverter(typeof(JsonCodecConverter<Order, Order.JsonCodec>))]
        [GeneratedCode("Specwright", "1")]
        public sealed partial record Order
        {
            /// <summary>Identifies the order.</summary>
            [JsonPropertyName("orderId")]
            public required string OrderId { get; init; }

            [JsonPropertyName("status")]
            public OrderStatus? Status { get; init; }

            /// <remarks>Left out while never set; null is sent as null.</remarks>
            [JsonPropertyName("note")]
            public string? Note
            {
                get => _note.Value;
                init => _note = new(value);
            }

            private Optional<string?> _note;

            public readonly struct JsonCodec : IJsonCodec<Order>
            {
                private static readonly JsonMembers Members = new(["orderId", "status", "note"], required: ["orderId"]);

                public static Order Read(ref Utf8JsonReader reader)
                {
                    string orderId = null!;
                    OrderStatus? status = null;
                    Optional<string?> note = default;

                    var cursor = JsonMembers.Begin(ref reader);
                    while (Members.MoveNext(ref reader, ref cursor))
                    {
                        switch (cursor.Index)
                        {
                            case 0:
                                orderId = StringCodec.Read(ref reader);
                                break;
                            case 1:
                                status = NullableValueCodec<OrderStatus, OrderStatus.JsonCodec>.Read(ref reader);
                                break;
                            case 2:
                                note = new(StringCodec.ReadNullable(ref reader));
                                break;
                            default:
                                JsonMembers.Skip(ref reader);
                                break;
                        }
                    }

                    Members.End(in cursor);
                    return new Order
                    {
                        OrderId = orderId,
                        Status = status,
                        _note = note,
                    };
                }

                public static void Write(Utf8JsonWriter writer, Order value)
                {
                    writer.WriteStartObject();
                    Members.WriteString(writer, 0, value.OrderId);
                    Members.WriteOptional(writer, 1, value.Status?.Value);
                    if (value._note.HasValue)
                    {
                        Members.WriteString(writer, 2, value._note.Value);
                    }

                    writer.WriteEndObject();
                }
            }
        }

        """;
}
