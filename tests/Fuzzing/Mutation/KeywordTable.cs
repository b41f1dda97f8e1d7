using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>The keywords of JSON Schema and OpenAPI by the object they belong to, with values that are right or nearly so.</summary>
internal static class KeywordTable
{
    private static readonly string[] AnyValues =
    [
        "null", "true", "false", "0", "1", "-1", "1.5", "1e400", "-0", "0.1e-400", "99999999999999999999999999999999999999", "1E+2", "\"\"", "\" \"", "\"a\"", "\"true\"", "\"1\"", "\"NaN\"", "\"Infinity\"", "[]", "[null]", "[[]]", "[1]", "[\"a\"]", "[\"a\",\"a\"]", "[{}]", "{}", "{\"a\":1}", "{\"\":\"\"}", "{\"$ref\":\"#\"}", "{\"$ref\":\"\"}", "{\"$ref\":null}", "{\"$ref\":1}", "{\"type\":\"string\"}",
    ];

    private static readonly (string Keyword, string[] Values)[] Schema =
    [
        ("type", ["\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"number\"", "\"boolean\"", "\"null\"", "\"file\"", "\"String\"", "[\"string\",\"integer\"]", "[\"object\",\"array\",\"null\"]", "[\"null\"]", "[]", "[\"string\",\"string\"]"]),
        ("format", ["\"date-time\"", "\"date\"", "\"time\"", "\"uuid\"", "\"byte\"", "\"binary\"", "\"int32\"", "\"int64\"", "\"float\"", "\"double\"", "\"decimal\"", "\"password\"", "\"uri\"", "\"unix-time\"", "\"\""]),
        ("enum", ["[\"a\",\"b\"]", "[\"a\",\"A\",\"a \",\"_a\"]", "[1,2]", "[\"1\",1]", "[null]", "[]", "[true,false]", "[{}]", "[1.0,1]", "\"a\"", "[\"\\u2028\",\"*/\",\"\\\"\"]"]),
        ("const", ["\"a\"", "1", "null", "{}", "[]", "true", "1.50"]),
        ("default", ["\"a\"", "1", "null", "{}", "[]", "true", "\"2020-01-01\"", "1e999", "\"1\"", "[1,\"a\"]", "{\"a\":null}"]),
        ("properties", ["{}", "{\"a\":{}}", "{\"a\":true,\"A\":false}", "{\"\":{}}", "[]", "null", "{\"a\":null}", "{\"a\":{\"type\":\"string\"},\"b\":{\"$ref\":\"#\"}}"]),
        ("required", ["true", "[\"a\"]", "[]", "[\"a\",\"a\"]", "[1]", "[null]", "{\"a\":true}"]),
        ("additionalProperties", ["true", "false", "{}", "{\"type\":\"string\"}", "[]", "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}"]),
        ("patternProperties", ["{\"^x\":{\"type\":\"string\"}}", "{\"^x\":{},\"^y\":{\"type\":\"integer\"}}", "{\"(\":{}}", "{}"]),
        ("propertyNames", ["{\"pattern\":\"^a\"}", "{\"enum\":[\"a\",\"b\"]}", "false", "{\"type\":\"integer\"}"]),
        ("unevaluatedProperties", ["false", "true", "{\"type\":\"string\"}"]),
        ("items", ["{}", "true", "false", "{\"type\":\"string\"}", "[{\"type\":\"string\"}]", "[]"]),
        ("prefixItems", ["[{\"type\":\"string\"},{\"type\":\"integer\"}]", "[]", "[true]", "{}", "[{\"type\":\"string\"},{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}]"]),
        ("contains", ["{\"type\":\"string\"}"]), ("minItems", ["0", "1", "-1"]), ("maxItems", ["0", "2", "1e9"]), ("uniqueItems", ["true"]),
        ("allOf", ["[]", "[{}]", "[{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}]", "[{\"required\":[\"a\"]}]", "[true]", "[false,{}]"]),
        ("oneOf", ["[]", "[{}]", "[{\"type\":\"string\"},{\"type\":\"integer\"}]", "[{\"type\":\"object\"},{\"type\":\"object\"}]", "[{\"type\":\"null\"}]", "[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]", "[{\"const\":\"a\"},{\"const\":\"b\",\"description\":\"B\"}]"]),
        ("anyOf", ["[]", "[{\"type\":\"string\"},{\"type\":\"null\"}]", "[{\"type\":\"string\",\"enum\":[\"a\"]},{\"type\":\"string\"}]", "[{\"type\":\"array\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]"]),
        ("not", ["{}", "true", "{\"type\":\"string\"}"]), ("if", ["{\"type\":\"string\"}"]), ("then", ["{\"type\":\"string\"}"]), ("else", ["{\"type\":\"integer\"}"]),
        ("discriminator", ["{\"propertyName\":\"kind\"}", "{\"propertyName\":\"\"}", "{}", "\"kind\"", "{\"propertyName\":\"a\",\"mapping\":{\"x\":\"Missing\",\"\":\"#\",\"y\":\"#/components/schemas/Missing\"}}"]),
        ("nullable", ["true", "false", "\"true\""]), ("x-nullable", ["true"]), ("readOnly", ["true"]), ("writeOnly", ["true"]), ("deprecated", ["true"]),
        ("title", ["\"T\"", "\"*/\"", "\"\""]), ("description", ["\"</summary>\"", "\"a\\n\\n- b\\n\\n```c\\n*/\\n```\"", "\"\\u2028#line\"", "\"<b>\"", "\"\\\\\"", "\"[a](b \\\"c\\\")\""]), ("example", ["1"]), ("examples", ["[1]", "{}"]),
        ("minimum", ["0", "1e400", "-1"]), ("maximum", ["0"]), ("exclusiveMinimum", ["true", "1"]), ("multipleOf", ["0", "0.01", "-1"]), ("minLength", ["-1", "1.5", "\"1\""]), ("maxLength", ["99999999999"]), ("pattern", ["\"(\"", "\"^\\\\p{L}$\""]),
        ("contentEncoding", ["\"base64\"", "\"base64url\"", "\"quoted-printable\""]), ("contentMediaType", ["\"application/octet-stream\"", "\"application/json\"", "\"image/png\""]), ("contentSchema", ["{\"type\":\"object\"}"]),
        ("$id", ["\"a\"", "\"https://h/x\"", "\"#a\""]), ("$anchor", ["\"a\"", "\"\""]), ("$dynamicAnchor", ["\"a\""]), ("$dynamicRef", ["\"#a\"", "\"#\""]), ("$defs", ["{\"a\":{\"type\":\"string\"}}", "[]"]), ("$schema", ["\"https://json-schema.org/draft/2020-12/schema\""]), ("$comment", ["\"c\""]),
        ("xml", ["{\"name\":\"a b\",\"attribute\":true}", "{\"wrapped\":true,\"namespace\":\"u\",\"prefix\":\"p\"}", "{\"name\":\"\"}", "{\"attribute\":true}", "{\"nodeType\":\"text\"}"]), ("externalDocs", ["{\"url\":\"javascript:\\\"*/\"}"]),
        ("x-specwright-name", ["\"Chosen\"", "\"class\"", "\"a b\"", "\"\"", "1"]), ("x-enum-varnames", ["[\"A\",\"A\"]", "[\"class\",\"Value\",\"\"]", "{\"a\":\"B\"}", "[]", "\"A\""]), ("x-enumNames", ["[\"Equals\"]"]), ("x-enum-descriptions", ["[\"*/\"]", "{\"a\":\"<\"}"]),
        ("collectionFormat", ["\"csv\"", "\"tsv\"", "\"multi\""]),
    ];

    private static readonly (string Keyword, string[] Values)[] Parameter =
    [
        ("name", ["\"a\"", "\"\"", "1", "\"a[]\"", "\"Accept\"", "\"class\"", "\"cancellationToken\"", "\"body\""]), ("in", ["\"query\"", "\"path\"", "\"header\"", "\"cookie\"", "\"body\"", "\"formData\"", "\"querystring\"", "\"Query\""]),
        ("required", ["true", "false"]), ("deprecated", ["true"]), ("allowEmptyValue", ["true"]), ("allowReserved", ["true"]), ("explode", ["true", "false"]),
        ("style", ["\"simple\"", "\"label\"", "\"matrix\"", "\"form\"", "\"spaceDelimited\"", "\"pipeDelimited\"", "\"deepObject\"", "\"cookie\"", "\"other\""]),
        ("schema", ["{}", "true", "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}", "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}", "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}", "{\"type\":\"string\",\"format\":\"binary\"}", "{\"type\":\"string\",\"default\":\"a\"}", "{\"type\":\"integer\",\"default\":\"x\"}", "{\"type\":\"null\"}"]),
        ("content", ["{\"application/json\":{\"schema\":{\"type\":\"object\"}}}", "{\"application/xml\":{}}", "{}", "{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}"]), ("collectionFormat", ["\"multi\"", "\"tsv\"", "\"pipes\"", "\"ssv\""]), ("type", ["\"array\"", "\"file\"", "\"object\""]), ("items", ["{\"type\":\"string\"}"]), ("x-specwright-name", ["\"chosen\"", "\"a b\"", "\"class\""]),
    ];

    private static readonly (string Keyword, string[] Values)[] Operation =
    [
        ("operationId", ["\"a\"", "\"\"", "\"class\"", "\"Equals\"", "\"get/{a}\"", "\"GetA\"", "\"get_a\"", "1", "\"OnCreated\"", "\"Dispose\""]), ("tags", ["[\"a\"]", "[]", "[\"a\",\"A\"]", "[\"\"]", "[1]", "\"a\"", "[\"Client\"]", "[\"class\"]"]), ("deprecated", ["true"]), ("summary", ["\"*/\"", "\"</summary>\""]), ("description", ["\"<!--\""]),
        ("parameters", ["[]", "[{\"name\":\"a\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}},{\"name\":\"A\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}},{\"name\":\"a\",\"in\":\"header\",\"schema\":{\"type\":\"string\"}}]", "{}", "[null]", "[{\"$ref\":\"#/components/parameters/Missing\"}]"]),
        ("requestBody", ["{}", "{\"content\":{}}", "{\"content\":{\"application/json\":{}},\"required\":true}", "{\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"properties\":{\"file\":{\"type\":\"string\",\"format\":\"binary\"},\"files\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"format\":\"binary\"}},\"meta\":{\"type\":\"object\"}}},\"encoding\":{\"meta\":{\"contentType\":\"application/json\",\"headers\":{\"X\":{\"schema\":{\"type\":\"string\"}}}}}}}}", "{\"content\":{\"application/x-www-form-urlencoded\":{\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"o\":{\"type\":\"object\"}}}}}}", "{\"content\":{\"text/plain\":{\"schema\":{\"type\":\"string\"}},\"application/octet-stream\":{},\"application/xml\":{\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"xml\":{\"attribute\":true}}}}},\"application/x-ndjson\":{\"schema\":{\"type\":\"object\"}}}}", "{\"$ref\":\"#/components/requestBodies/Missing\"}", "null"]),
        ("responses", ["{}", "{\"200\":{\"description\":\"d\"},\"2XX\":{\"description\":\"d\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"string\"}}}},\"default\":{\"description\":\"d\",\"content\":{\"*/*\":{}}}}", "{\"200\":{\"description\":\"d\",\"content\":{\"text/event-stream\":{\"schema\":{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"string\"}}}}}}}", "{\"200\":{\"description\":\"d\",\"content\":{\"application/x-ndjson\":{\"itemSchema\":{\"type\":\"object\"}}}},\"201\":{\"description\":\"d\",\"content\":{\"image/png\":{}}},\"204\":{\"description\":\"d\"}}", "{\"999\":{},\"abc\":{}}", "null", "[]"]),
        ("security", ["[]", "[{}]", "[{\"missing\":[]}]", "[{},{\"key\":[]}]", "{}"]), ("servers", ["[{\"url\":\"https://{a}.example\",\"variables\":{\"a\":{\"default\":\"x\",\"enum\":[\"x\",\"y\"]}}}]", "[{\"url\":\"\"}]", "[{\"url\":\"/v1\"}]", "[{}]", "[{\"url\":\"{a}{a}{b\",\"variables\":{\"a\":{}}}]", "[]"]),
        ("callbacks", ["{\"onEvent\":{\"{$request.body#/url}\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}}}},\"responses\":{\"200\":{\"description\":\"d\"}}}}}}", "{\"a\":{}}", "{\"a\":null}", "[]", "{\"a\":{\"$ref\":\"#/components/callbacks/Missing\"}}"]), ("externalDocs", ["{\"url\":\"*/\"}"]),
        ("consumes", ["[\"application/xml\"]", "[]", "[\"multipart/form-data\"]"]), ("produces", ["[\"text/plain\"]", "[]", "[\"application/octet-stream\"]"]), ("x-specwright-name", ["\"Chosen\"", "\"1\""]), ("x-pagination", ["{\"cursor\":\"next\"}", "true"]), ("x-ms-pageable", ["{\"nextLinkName\":\"next\",\"itemName\":\"value\"}", "{\"nextLinkName\":null}"]), ("x-speakeasy-pagination", ["{\"type\":\"cursor\"}"]),
    ];

    private static readonly (string Keyword, string[] Values)[] Others =
    [
        ("headers", ["{\"X\":{\"schema\":{\"type\":\"integer\"}},\"x\":{\"schema\":{\"type\":\"string\"}},\"Content-Type\":{},\"Link\":{\"schema\":{\"type\":\"string\"}}}", "[]", "{\"A\":null}", "{\"A\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}}}"]), ("content", ["{}", "{\"application/json\":null}", "{\"\":{}}", "{\"a\":{}}", "{\"text/*\":{},\"*/*\":{}}"]), ("encoding", ["{\"a\":{\"style\":\"deepObject\",\"explode\":true}}", "{\"a\":{\"contentType\":\"application/xml, image/png\"}}", "[]"]),
        ("links", ["{\"a\":{\"operationId\":\"missing\"}}", "{\"a\":{\"operationRef\":\"#/paths\"}}"]), ("itemSchema", ["{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "{}"]), ("description", ["\"*/\"", "null", "1"]), ("summary", ["\"\\u0000\""]), ("$ref", ["\"#\"", "\"#/\"", "\"#/components\"", "\"other.yaml\"", "\"https://h/x\"", "\"#/paths\"", "\"%\"", "\"#%\"", "\"#/info/title\"", "null", "1", "\"\""]), ("parameters", ["[{\"name\":\"shared\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\"}}]", "{\"a\":{\"name\":\"a\",\"in\":\"query\"}}"]), ("x-internal", ["true"]), ("query", ["{\"responses\":{\"200\":{\"description\":\"d\"}}}"]), ("additionalOperations", ["{\"COPY\":{\"responses\":{\"200\":{\"description\":\"d\"}}},\"a b\":{\"responses\":{}}}"]), ("trace", ["{\"responses\":{}}"]),
    ];

    private static readonly (string Keyword, string[] Values)[] Root =
    [
        ("servers", ["[]", "[{\"url\":\"https://{region}.example/{v}\",\"variables\":{\"region\":{\"default\":\"eu\",\"enum\":[\"eu\",\"us\"]},\"v\":{\"default\":\"\"}}}]", "[{\"url\":\"{x}\"}]", "[{\"url\":1}]", "null", "[{\"url\":\"https://h\"},{\"url\":\"http://h\"}]", "[{\"url\":\"//h/a\"}]", "[{\"url\":\"https://h/{class}/{Class}\",\"variables\":{\"class\":{\"default\":\"a\",\"enum\":[]},\"Class\":{\"default\":\"*/\"}}}]"]),
        ("security", ["[{\"key\":[]}]", "[{\"a\":[],\"b\":[]},{}]"]), ("tags", ["[{\"name\":\"a\",\"description\":\"*/\"},{\"name\":\"a\"}]", "[{}]"]), ("info", ["{}", "null", "{\"title\":\"\",\"version\":1}", "{\"title\":\"*/ </summary> \\u2028\",\"version\":\"1\",\"description\":\"# a\\n<script>\"}"]),
        ("webhooks", ["{\"onOrder\":{\"post\":{\"operationId\":\"onOrder\",\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}}}},\"responses\":{\"200\":{\"description\":\"d\"}}}},\"on-order\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"string\"}}}},\"responses\":{}}}}", "{\"a\":{\"$ref\":\"#/components/pathItems/Missing\"}}", "{\"\":{}}", "[]"]),
        ("components", ["{}", "null", "{\"schemas\":null}", "{\"securitySchemes\":{\"key\":{\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"https://h/t\",\"scopes\":{\"a\":\"A\"}}}},\"b\":{\"type\":\"mutualTLS\"},\"c\":{\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"https://h/.well-known\"},\"d\":{\"type\":\"http\",\"scheme\":\"digest\"},\"e\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"c\"}}}"]), ("jsonSchemaDialect", ["\"https://x\""]), ("$self", ["\"https://x\""]), ("paths", ["null", "{\"a\":{}}", "{\"/\":{\"get\":{}}}", "{\"/{a}{b}/{a}\":{\"get\":{\"responses\":{}}}}", "[]"]), ("host", ["\"h\"", "\"{\""]), ("basePath", ["\"/\"", "\"v1\""]), ("schemes", ["[\"ws\"]", "[]"]), ("produces", ["[\"application/xml\"]"]), ("consumes", ["[]"]), ("x-webhooks", ["{\"a\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}}}}}"]), ("x-tagGroups", ["[]"]),
    ];

    private static readonly (string Keyword, string[] Values)[] SecurityScheme =
    [
        ("type", ["\"apiKey\"", "\"http\"", "\"oauth2\"", "\"openIdConnect\"", "\"mutualTLS\"", "\"basic\"", "\"other\"", "null"]), ("in", ["\"header\"", "\"query\"", "\"cookie\"", "\"body\""]), ("name", ["\"X-Key\"", "\"\"", "\"a b\"", "\"Authorization\"", "\"a\\nb\""]), ("scheme", ["\"basic\"", "\"Bearer\"", "\"digest\"", "\"\""]), ("bearerFormat", ["\"JWT\""]), ("x-specwright-name", ["\"Chosen\"", "\"class\""]),
        ("flows", ["{}", "{\"clientCredentials\":{\"tokenUrl\":\"https://h/token\",\"scopes\":{\"a:read\":\"*/\"}}}", "{\"clientCredentials\":{\"tokenUrl\":\"not an address\"},\"authorizationCode\":{}}", "{\"clientCredentials\":null}", "{\"clientCredentials\":{\"tokenUrl\":\"/token\",\"refreshUrl\":\"\",\"scopes\":[]}}", "[]"]), ("flow", ["\"application\"", "\"implicit\""]), ("tokenUrl", ["\"https://h/t\"", "\"\\\"\""]), ("openIdConnectUrl", ["\"https://h\"", "\"{}\""]), ("scopes", ["{\"a\":\"b\"}"]),
    ];

    /// <summary>A keyword for an object at a slot, mostly one that belongs there, and a value, mostly one of the right kind.</summary>
    public static (string Keyword, JsonNode? Value) Choose(MutationContext context, NodeSlot? slot)
    {
        var table = slot is null ? Root
            : context.Chance(8) ? context.Choose([Schema, Parameter, Operation, Others, Root, SecurityScheme])
            : slot.IsSchema ? Schema
            : slot.Keyword is "parameters" ? Parameter
            : slot.Keyword is "get" or "put" or "post" or "delete" or "patch" ? Operation
            : slot.Pointer.Contains("/securitySchemes/", StringComparison.Ordinal) || slot.Pointer.Contains("/securityDefinitions/", StringComparison.Ordinal) ? SecurityScheme
            : Others;
        var (keyword, values) = context.Choose(table);
        return (keyword, JsonNode.Parse(context.Choose(context.Chance(6) ? AnyValues : values)));
    }

    public static JsonNode? AnyValue(MutationContext context) => JsonNode.Parse(context.Choose(AnyValues));
}
