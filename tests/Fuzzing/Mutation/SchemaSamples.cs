using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Small schemas of every kind, for where a mutant needs another one.</summary>
internal static class SchemaSamples
{
    private static readonly string[] Samples =
    [
        """{}""", "true", "false", """{"type":"string"}""", """{"type":"integer"}""", """{"type":"integer","format":"int64"}""", """{"type":"number"}""", """{"type":"number","format":"double"}""",
        """{"type":"boolean"}""", """{"type":"null"}""", """{"type":"object"}""", """{"type":"array"}""", """{"type":"file"}""", """{"type":"any"}""", """{"type":[]}""", """{"type":["string","null"]}""",
        """{"type":["integer","string","object","null"],"properties":{"a":{"type":"string"}}}""",
        """{"type":"string","format":"binary"}""", """{"type":"string","format":"byte"}""", """{"type":"string","format":"date-time","nullable":true}""", """{"type":"string","format":"decimal"}""",
        """{"type":"string","format":"uuid"}""", """{"type":"string","format":"date"}""", """{"type":"string","format":"password"}""", """{"type":"string","format":"int64"}""", """{"type":"string","format":"duration"}""",
        """{"type":"string","enum":["a","b","a",null,"A",""," ","1","-","+"]}""", """{"enum":[1,"1",true,null,1.5,{"a":1},[1]]}""", """{"type":"integer","enum":[0,-1,1,2147483648,99999999999999999999]}""",
        """{"type":"number","enum":[1.5,2]}""", """{"const":"only"}""", """{"const":null}""", """{"const":{"a":1}}""", """{"const":1}""", """{"enum":[]}""", """{"type":"boolean","enum":[true]}""",
        """{"type":"array","items":{"type":"array","items":{"type":"array","items":{"type":"integer"}}}}""", """{"type":"array","items":false}""", """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"type":"boolean"}}""",
        """{"type":"array","items":[{"type":"string"},{"type":"integer"}]}""", """{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"integer"}}}""",
        """{"type":"object","additionalProperties":true,"properties":{"additionalProperties":{"type":"string"},"AdditionalProperties":{"type":"integer"}}}""",
        """{"type":"object","patternProperties":{"^x-":{"type":"string"},"^y-":{"type":"integer"}},"additionalProperties":false}""", """{"type":"object","propertyNames":{"pattern":"^a"},"additionalProperties":{}}""",
        """{"type":"object","properties":{"value":{"type":"string"},"Value":{"type":"integer"},"VALUE":{"type":"boolean"}},"required":["value","missing"]}""",
        """{"type":"object","properties":{"a":{"type":"string","readOnly":true},"b":{"type":"string","writeOnly":true},"c":{"type":"string","deprecated":true}},"required":["a","b","c"]}""",
        """{"oneOf":[{"type":"string"},{"type":"integer"}]}""", """{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"string"}}},{"type":"null"}]}""",
        """{"anyOf":[{"type":"string","format":"date-time"},{"type":"string","format":"uuid"},{"type":"string"}]}""", """{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"object"}]}""",
        """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"object","properties":{"a":{"type":"integer"}}}]}""", """{"allOf":[{"type":"string"},{"type":"integer"}]}""", """{"allOf":[]}""", """{"oneOf":[]}""", """{"anyOf":[{}]}""",
        """{"not":{"type":"string"}}""", """{"type":"object","properties":{"kind":{"type":"string","enum":["x"]}},"discriminator":{"propertyName":"kind"},"oneOf":[{"type":"object","properties":{"kind":{"const":"x"}}},{"type":"string"}]}""",
        """{"type":"object","properties":{"type":{"type":"string"},"get":{"type":"integer"},"Equals":{"type":"string"},"GetHashCode":{"type":"string"},"ToString":{"type":"string"},"GetType":{"type":"string"},"EqualityContract":{"type":"string"},"PrintMembers":{"type":"string"},"Clone":{"type":"string"},"MemberwiseClone":{"type":"string"},"Finalize":{"type":"string"}}}""",
    ];

    public static JsonNode? Choose(MutationContext context) => context.Chance(8)
        ? new JsonObject { ["$ref"] = context.SomeSchemaPointer() }
        : JsonNode.Parse(context.Choose(Samples));
}
