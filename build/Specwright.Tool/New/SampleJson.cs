using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Specwright.Planning;
using Specwright.Planning.Types;

namespace Specwright.Tool.New;

/// <summary>The smallest JSON that a planned type reads: what is required, and nothing else.</summary>
internal sealed class SampleJson(ApiPlan plan)
{
    /// <summary>A type that needs itself has no smallest value; and nobody reads a test with deeper JSON.</summary>
    private const int MaxDepth = 6;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, TypePlan> _types = plan.Types.ToDictionary(type => type.Identifier, StringComparer.Ordinal);

    /// <summary>Null: there is no small one.</summary>
    public string? Of(TypeReference type)
    {
        try
        {
            return Value(type, 0)?.ToJsonString(Relaxed) ?? "null";
        }
        catch (NoSampleException)
        {
            return null;
        }
    }

    private JsonNode? Value(TypeReference type, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new NoSampleException();
        }

        return type.Shape switch
        {
            TypeShape.String => "text",
            TypeShape.Boolean => true,
            TypeShape.Formattable => Number(type),
            TypeShape.DateTimeOffset or TypeShape.DateTime => "2026-01-02T03:04:05Z",
            TypeShape.DateOnly => "2026-01-02",
            TypeShape.Bytes => "AAAA",
            TypeShape.StringOrNumber => "1",
            TypeShape.StringEnum or TypeShape.IntegerEnum or TypeShape.Object or TypeShape.Union => Generated(type, depth),
            TypeShape.List => new JsonArray(),
            TypeShape.Map or TypeShape.Any => new JsonObject(),
            _ => throw new NoSampleException(),
        };
    }

    private static JsonNode Number(TypeReference type) =>
        type == TypeReferences.Guid ? "00000000-0000-0000-0000-000000000001"
        : type.Codec.EndsWith("StringCodec", StringComparison.Ordinal) ? "1"
        : JsonValue.Create(1);

    private JsonNode? Generated(TypeReference type, int depth)
    {
        if (!_types.TryGetValue(type.Name, out var generated))
        {
            throw new NoSampleException();
        }

        switch (generated)
        {
            case StringEnumPlan enumeration:
                return enumeration.Members.IsEmpty ? "text" : enumeration.Members[0].WireValue;
            case IntegerEnumPlan enumeration:
                return enumeration.Members.IsEmpty ? JsonValue.Create(1) : JsonNode.Parse(enumeration.Members[0].WireValue);
            case UnionPlan { DiscriminatorWireName: null } union when !union.Cases.IsEmpty:
                return Value(union.Cases[0].Type, depth + 1);
            case RecordPlan { DiscriminatorWireName: null, DiscriminatorValue: null } record:
                var value = new JsonObject();
                foreach (var property in record.Properties.Where(property => property.Presence == Presence.Required))
                {
                    value[property.WireName] = property.Type.AllowsNull ? null : Value(property.Type, depth + 1);
                }

                return value;
            default:
                throw new NoSampleException();
        }
    }

    private sealed class NoSampleException : Exception;
}
