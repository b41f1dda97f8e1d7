using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Payments.Cashfree;

namespace Specwright.Interoperability;

/// <summary>Generated types under <see cref="JsonSerializer"/>, with reflection switched off.</summary>
public sealed class SerializerTests
{
    private const string Json = """{"balance":"214735.50","availableBalance":"0.10"}""";

    private static readonly BalanceData Balance = new() { Balance = 214735.50m, AvailableBalance = 0.10m };

    [Fact]
    public void ReflectionIsOff() => Assert.False(JsonSerializer.IsReflectionEnabledByDefault);

    [Fact]
    public async Task TypeInfo_ServesEveryWayOfTheSerializer()
    {
        var info = CashfreePayoutsJson.Default.BalanceData;
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, Balance, info);
        stream.Position = 0;

        Assert.Equal(Json, JsonSerializer.Serialize(Balance, info));
        Assert.Equal(Json, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(Json, JsonSerializer.SerializeToElement(Balance, info).GetRawText());
        Assert.Equal(Json, JsonSerializer.SerializeToNode(Balance, info)!.ToJsonString());
        Assert.Equal(Balance, JsonSerializer.Deserialize(Json, info));
        Assert.Equal(Balance, await JsonSerializer.DeserializeAsync(stream, info));
        Assert.Equal(Balance, JsonDocument.Parse(Json).Deserialize(info));
        Assert.Equal("214735.50", JsonSerializer.Deserialize(Json, info)!.Balance!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task LongStream_IsReadInPieces()
    {
        var text = "[" + string.Join(",\n", Enumerable.Repeat(Json, 20_000)) + "]";
        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(CashfreePayoutsJson.Default, OwnJson.Default) };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var list = await JsonSerializer.DeserializeAsync(stream, (JsonTypeInfo<IReadOnlyList<BalanceData>>)options.GetTypeInfo(typeof(IReadOnlyList<BalanceData>)));

        Assert.Equal(20_000, list!.Count);
        Assert.All(list, item => Assert.Equal(Balance, item));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ResolverAndOwnContext_StandTogetherInEitherOrder(bool oursFirst)
    {
        IJsonTypeInfoResolver[] resolvers = oursFirst ? [CashfreePayoutsJson.Default, OwnJson.Default] : [OwnJson.Default, CashfreePayoutsJson.Default];
        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(resolvers), PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        var snapshot = new Snapshot("Payouts", Balance, [EnvelopeStatus.Success]);

        var json = JsonSerializer.Serialize(snapshot, options.GetTypeInfo(typeof(Snapshot)));

        Assert.Equal($$"""{"account":"Payouts","balance":{{Json}},"states":["SUCCESS"]}""", json);
        Assert.Equal(Balance, ((Snapshot)JsonSerializer.Deserialize(json, options.GetTypeInfo(typeof(Snapshot)))!).Balance);
        Assert.Equal("""{"text":"x"}""", JsonSerializer.Serialize(new Note("x"), options.GetTypeInfo(typeof(Note))));
        Assert.Equal(Json, JsonSerializer.Serialize(Balance, options.GetTypeInfo(typeof(BalanceData))));
    }

    [Fact]
    public void OwnContextAlone_FindsTheCodecAtTheType()
    {
        Assert.Equal("""{"account":"a","balance":{"availableBalance":"1"},"states":[]}""", JsonSerializer.Serialize(new Snapshot("a", new BalanceData { AvailableBalance = 1 }, []), OwnJson.Default.Snapshot));
    }

    [Fact]
    public void Options_OfTheWriterAreRespected()
    {
        var options = With(options =>
        {
            options.WriteIndented = true;
            options.Encoder = JavaScriptEncoder.Default;
        });

        var json = JsonSerializer.Serialize(new ErrorEnvelope { Message = "né" }, options.GetTypeInfo(typeof(ErrorEnvelope)));

        Assert.Equal("{\n  \"message\": \"n\\u00E9\"\n}", json.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Options_OfTheWritersLinesAreRespected()
    {
        var options = With(options =>
        {
            options.WriteIndented = true;
            options.IndentCharacter = '\t';
            options.IndentSize = 2;
            options.NewLine = "\r\n";
        });

        Assert.Equal("{\r\n\t\t\"message\": \"m\"\r\n}", JsonSerializer.Serialize(new ErrorEnvelope { Message = "m" }, options.GetTypeInfo(typeof(ErrorEnvelope))));
    }

    [Fact]
    public void Options_OfTheReaderAreRespected()
    {
        var options = With(options =>
        {
            options.AllowTrailingCommas = true;
            options.ReadCommentHandling = JsonCommentHandling.Skip;
            options.MaxDepth = 1;
        });

        Assert.Equal(Balance, JsonSerializer.Deserialize("""{"balance":"214735.50", /* held: none */ "availableBalance":"0.10",}""", options.GetTypeInfo(typeof(BalanceData))));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"data":{"balance":"1"}}""", options.GetTypeInfo(typeof(BalanceEnvelope))));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"balance":"214735.50",}""", CashfreePayoutsJson.Default.BalanceData));
    }

    [Fact]
    public void Options_ThatWouldChangeTheApisJson_AreNot()
    {
        var options = With(options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            options.NumberHandling = JsonNumberHandling.WriteAsString;
            options.PropertyNameCaseInsensitive = true;
        });

        Assert.Equal("""{"availableBalance":"1"}""", JsonSerializer.Serialize(new BalanceData { AvailableBalance = 1 }, options.GetTypeInfo(typeof(BalanceData))));
        Assert.Null(((BalanceData)JsonSerializer.Deserialize("""{"BALANCE":"1"}""", options.GetTypeInfo(typeof(BalanceData)))!).Balance);
    }

    [Fact]
    public void Options_ThatWouldRefuseOrAddMembers_AreNot()
    {
        var options = With(options =>
        {
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.ReferenceHandler = ReferenceHandler.Preserve;
            options.RespectNullableAnnotations = true;
        });

        Assert.Equal("""{"availableBalance":"1"}""", JsonSerializer.Serialize(new BalanceData { AvailableBalance = 1 }, options.GetTypeInfo(typeof(BalanceData))));
        Assert.Equal(1, ((BalanceData)JsonSerializer.Deserialize("""{"availableBalance":"1","later":true}""", options.GetTypeInfo(typeof(BalanceData)))!).AvailableBalance);
    }

    [Fact]
    public void WrongJson_IsAJsonExceptionWithAPlace()
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"balance":"abc"}""", CashfreePayoutsJson.Default.BalanceData));

        Assert.Contains("expected a decimal", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, error.LineNumber);
        Assert.Equal("$", error.Path);
    }

    private static JsonSerializerOptions With(Action<JsonSerializerOptions> set)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = CashfreePayoutsJson.Default };
        set(options);
        return options;
    }
}
