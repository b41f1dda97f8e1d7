using FsCheck;
using FsCheck.Fluent;

namespace Specwright.Reading;

/// <summary>Whatever happens to a description's text, reading answers with a model or an error.</summary>
public class HostileTextTests
{
    private const string Yaml = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [{url: 'https://{x}', variables: {x: {default: a}}}]
        security: [{key: []}]
        paths:
          /a/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              parameters: [{$ref: '#/components/parameters/P'}]
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
              responses: {'200': {description: d, headers: {X: {schema: {type: integer}}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/B'}}}}}}
        components:
          parameters: {P: {name: p, in: query, style: form, schema: {type: [string, 'null'], enum: [a, null]}}}
          securitySchemes: {key: {type: apiKey, in: header, name: K}}
          schemas:
            A: &a {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}, c: {oneOf: [{type: string}, {type: integer}]}}}
            B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {d: {const: 1.50}}}], additionalProperties: {type: number}}
            C: {<<: *a, anyOf: [{type: 'null'}, {$ref: '#/components/schemas/A/properties/c'}]}

        """;

    private const string Json = """
        {"swagger":"2.0","info":{"title":"T","version":"1"},"host":"h","schemes":["https"],"consumes":["application/json"],"paths":{"/a":{"post":{"parameters":[{"in":"body","name":"b","schema":{"$ref":"#/definitions/A"}},{"in":"query","name":"q","type":"array","items":{"type":"integer"}}],"responses":{"200":{"description":"d","schema":{"$ref":"#/definitions/A"}}}},"put":{"parameters":[{"in":"formData","name":"f","type":"file"}],"responses":{"default":{"description":"d"}}}}},"definitions":{"A":{"type":"object","properties":{"a":{"$ref":"#/definitions/A"},"n":{"type":"number","default":1.50}}}}}
        """;

    private static readonly string[] Fragments =
    [
        "null", "[]", "{}", "true", "-1", "1e999", "''", "\"", "'", "{", "}", "[", "]", ":", ",", "\n", "\t", " ", "&a ", "*a", "<<: ", "$ref", "type", "allOf", "'#'", "'#/components/schemas/C'", "!!int ", "\u0000", "\uD800", "%", "- ", "? ", "| ", "x: ",
    ];

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20240101UL, 77UL);

    [Fact]
    public void MutatedYaml_NeverThrows() => Check.One(Fixed, Prop.ForAll(Mutations(Yaml), IsAnswered));

    [Fact]
    public void MutatedJson_NeverThrows() => Check.One(Fixed, Prop.ForAll(Mutations(Json), IsAnswered));

    [Fact]
    public void MutatedOverlay_NeverThrows()
    {
        const string overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n- {target: \"$.paths['/a/{id}'].get[?(@.name=='x' && !@.y)]\", remove: true}\n- {target: $..schema, update: {type: string}}\n";

        Check.One(Fixed, Prop.ForAll(Mutations(overlay), text => Reader.Read(Yaml, text) is not null));
    }

    /// <summary>One to four edits: a stretch cut out, doubled, or replaced by a fragment that matters to some reader.</summary>
    private static Arbitrary<string> Mutations(string text)
    {
        var edit = from start in Gen.Choose(0, text.Length - 1)
                   from length in Gen.Choose(0, 12)
                   from fragment in Gen.Elements(Fragments)
                   from kind in Gen.Choose(0, 2)
                   select (start, length, fragment, kind);
        var edits = from count in Gen.Choose(1, 4)
                    from list in Gen.ListOf(edit, count)
                    select list.Aggregate(text, (current, change) => Apply(current, change.start, change.length, change.fragment, change.kind));
        return edits.ToArbitrary();
    }

    private static string Apply(string text, int start, int length, string fragment, int kind)
    {
        start = Math.Min(start, text.Length);
        length = Math.Min(length, text.Length - start);
        return kind switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, text.Substring(start, length)),
            _ => text.Remove(start, length).Insert(start, fragment),
        };
    }

    private static bool IsAnswered(string text)
    {
        var result = Reader.Read(text);
        return (result.Description is not null || !result.Findings.IsEmpty) && result.Findings.All(finding => result.Positions.Find(finding.Pointer) is not null);
    }
}
