using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Payments.Juspay;
using Specwright.Json;

namespace Payments.Tests.Examples;

/// <summary>Every example of the source documents is read by the generated code and written back.</summary>
public sealed class ExampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "Examples");

    private static readonly Dictionary<string, string> JsonClasses = new()
    {
        ["account-api"] = "Payments.AccountApi.AccountApiJson",
        ["cashfree-payouts"] = "Payments.Cashfree.CashfreePayoutsJson",
        ["juspay-hyper-sdk"] = "Payments.HyperSdk.HyperSdkJson",
        ["juspay-payouts"] = "Payments.Juspay.JuspayPayoutsJson",
        ["signed-gateway"] = "Payments.SignedGateway.SignedGatewayJson",
    };

    public static TheoryData<string, string, string, bool> Rows()
    {
        var rows = new TheoryData<string, string, string, bool>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "index.tsv")).Skip(1).Where(line => line.Length > 0))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2], cells[4] == "yes");
        }
        return rows;
    }

    [Fact]
    public void EveryFileIsInTheIndex()
        => Assert.Equal(
            Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            Rows().Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public void AnExampleIsReadAndWrittenBackWithoutLoss(string file, string spec, string schema, bool isCanonical)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));

        var written = Encoding.UTF8.GetString(schema == "GatewayBalances" ? RoundTripMap(text) : RoundTrip(text, spec, schema));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(written)), $"{written} is not what {file} says");
        if (isCanonical)
        {
            Assert.Equal(WithoutWhiteSpace(text), written);
        }
    }

    private static byte[] RoundTrip(string text, string spec, string schema)
    {
        var jsonClass = typeof(JuspayPayoutsJson).Assembly.GetType(JsonClasses[spec], throwOnError: true)!;
        var resolver = jsonClass.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        var info = (JsonTypeInfo)(jsonClass.GetProperty(schema) ?? throw new InvalidOperationException($"{jsonClass} knows no {schema}")).GetValue(resolver)!;
        return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(text, info), info);
    }

    // A map has no type of its own, hence no metadata: it is read as the client reads it.
    private static byte[] RoundTripMap(string text)
    {
        var map = ApiJson.Read<IReadOnlyDictionary<string, GatewayBalance>, MapCodec<GatewayBalance, EntryCodec>>(Encoding.UTF8.GetBytes(text).AsSpan());
        return ApiJson.ToUtf8Bytes<IReadOnlyDictionary<string, GatewayBalance>, MapCodec<GatewayBalance, EntryCodec>>(map);
    }

    private static string WithoutWhiteSpace(string json)
    {
        var kept = new StringBuilder();
        var isInString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (isInString && json[i] == '\\')
            {
                kept.Append(json[i++]);
            }
            else if (json[i] == '"')
            {
                isInString = !isInString;
            }
            else if (!isInString && char.IsWhiteSpace(json[i]))
            {
                continue;
            }
            kept.Append(json[i]);
        }
        return kept.ToString();
    }

    private readonly struct EntryCodec : IJsonCodec<GatewayBalance>
    {
        public static GatewayBalance Read(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, JuspayPayoutsJson.Default.GatewayBalance)!;

        public static void Write(Utf8JsonWriter writer, GatewayBalance value) => JsonSerializer.Serialize(writer, value, JuspayPayoutsJson.Default.GatewayBalance);
    }
}
