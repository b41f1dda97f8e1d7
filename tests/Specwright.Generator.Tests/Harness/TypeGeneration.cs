using Specwright.Emission;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;
using Specwright.Planning.Reuse;
using Specwright.Planning.Types;

namespace Specwright.Harness;

/// <summary>Plans and emits the data types of a model, without a client around them.</summary>
internal sealed class TypeGeneration
{
    public TypeGeneration(ApiDescription description, string @namespace = "Acme", params string[] reservedTypeNames)
    {
        var options = new ClientOptions { SpecName = "acme.openapi.yaml", Namespace = @namespace, ClientName = "Acme" };
        Types = new SchemaTypes(description, options, reservedTypeNames, new PlanMemory(), Findings);
        Namespace = @namespace;
    }

    public SchemaTypes Types { get; }

    public List<Finding> Findings { get; } = [];

    private string Namespace { get; }

    public T Plan<T>(string identifier)
        where T : TypePlan => Types.Plans().OfType<T>().Single(plan => plan.Identifier == identifier);

    /// <summary>Identifiers of all generated types.</summary>
    public IReadOnlyList<string> Identifiers() => Types.Plans().Select(plan => plan.Identifier).ToList();

    public PropertyPlan Property(string type, string wireName) => Plan<RecordPlan>(type).Properties.Single(property => property.WireName == wireName);

    public IReadOnlyList<GeneratedFile> Emit()
    {
        var plans = Types.Plans();
        var file = new FileContext
        {
            SpecName = "acme.openapi.yaml",
            Namespace = Namespace,
            Accessibility = "public",
            ShadowedNames = FrameworkTypes.ShadowedBy(plans.Select(plan => plan.Identifier)).ToEquatableArray(),
        };
        return plans
            .Select(plan => (FilePlan)new TypeFilePlan { File = file, HintName = HintNames.ForType("Acme", plan.Identifier), Types = EquatableArray.Of<TypePlan>(plan) })
            .Append(new JsonFilePlan
            {
                File = file,
                HintName = HintNames.ForClient("Acme", "Json"),
                Identifier = "AcmeJson",
                Types = plans.Select(plan => new JsonTypePlan(plan.Identifier, plan.Codec)).ToEquatableArray(),
            })
            .Select(FileEmitter.Emit)
            .ToList();
    }

    public string Text(string identifier) => Emit().Single(file => file.HintName == HintNames.ForType("Acme", identifier)).Text;

    /// <summary>Compiles the files and reads and writes one JSON text as the given type.</summary>
    public string RoundTrip(string type, string json) => (string)CompilationHarness
        .Load(Emit(), RoundTripSource(Namespace, type))
        .Call($"{Namespace}.RoundTrips", "Run", json)!;

    public static string RoundTripSource(string @namespace, string type) => $$"""
        namespace {{@namespace}};

        public static class RoundTrips
        {
            public static string Run(string json)
            {
                var value = global::Specwright.Json.ApiJson.Read<{{type}}, {{type}}.JsonCodec>(
                    new global::System.ReadOnlyMemory<byte>(global::System.Text.Encoding.UTF8.GetBytes(json)));
                return global::System.Text.Encoding.UTF8.GetString(global::Specwright.Json.ApiJson.ToUtf8Bytes<{{type}}, {{type}}.JsonCodec>(value));
            }
        }
        """;
}
