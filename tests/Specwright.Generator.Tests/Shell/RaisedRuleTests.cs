using Specwright.Diagnostics;

namespace Specwright.Shell;

/// <summary>Every rule is raised by the analyzer, at its exact place. A new rule fails here until it has a case.</summary>
public sealed class RaisedRuleTests
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\n";

    private static readonly (string Id, RaisedRule Case)[] Cases =
    [
        ("SPEC0001", MissingOverlay()),
        ("SPEC0002", UnknownOption()),
        ("SPEC0003", UnmatchedFilter()),
        ("SPEC0101", RaisedRule.In("openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\npaths:\n  /orders: [|'|]never closed\n")),
        ("SPEC0101", RaisedRule.In(SpecProject.Empty, (SmallSpec.Path, Head + "components:\n  schemas:\n    Order: {$ref: 'parts.yaml#/Order'}\n"), ("specs/parts.yaml", "Order: {type: object\n[||]"))),
        ("SPEC0102", RaisedRule.In("[|c|]omponents:\n  schemas: {}\n")),
        ("SPEC0103", RaisedRule.In(Head + "components:\n  schemas:\n    Order:\n      type: object\n      [|type|]: object\n")),
        ("SPEC0103", RaisedRule.In(SpecProject.Empty, (SmallSpec.Path, Head + "paths: {}\n"), (SmallSpec.OverlayPath, SmallSpec.OverlayHead + "- target: $.info\n  update:\n    title: One\n    [|title|]: Two\n"))),
        ("SPEC0104", RaisedRule.In(Head + "components:\n  schemas:\n    Order:\n      type: object\n      properties:\n        item:\n          [|$ref|]: '#/components/schemas/Itme'\n")),
        ("SPEC0104", RaisedRule.In(
            SpecProject.Empty,
            (SmallSpec.Path, Head + "components:\n  schemas:\n    Order: {$ref: '../common/parts.yaml#/Order'}\n"),
            ("common/parts.yaml", "\n\nOrder:\n  type: object\n  properties:\n    item: {[|$ref|]: '#/Itme'}\n"))),
        ("SPEC0105", RaisedRule.In(SpecProject.Empty, (SmallSpec.Path, Head + "paths: {}\n"), (SmallSpec.OverlayPath, SmallSpec.OverlayHead + "- [|target|]: $.components.schemas.Ordr\n  update: {description: Order}\n"))),
        ("SPEC0106", RaisedRule.In(SpecProject.Empty, (SmallSpec.Path, Head + "paths: {}\n"), (SmallSpec.OverlayPath, SmallSpec.OverlayHead + "- [|target|]: $.paths[?(\n  remove: true\n"))),
        ("SPEC0107", RaisedRule.In("{" + string.Concat(Enumerable.Repeat("\"a\":{", 255)) + "\"a\":[|{|]" + string.Concat(Enumerable.Repeat("\"a\":{", 44)) + new string('}', 301))),
        ("SPEC0201", RaisedRule.In(Head + "components:\n  schemas:\n    [|Mark|]:\n      allOf: [{type: number}, {type: boolean}]\n")),
        ("SPEC0201", RaisedRule.In(
            SpecProject.Empty,
            (SmallSpec.Path, Head + "components:\n  schemas: {}\n"),
            (SmallSpec.OverlayPath, SmallSpec.OverlayHead + "- target: $.components.schemas\n  update:\n    [|Mark|]:\n      allOf: [{type: number}, {type: boolean}]\n"))),
        ("SPEC0202", RaisedRule.In(Operation("parameters:\n      - [|n|]ame: filter\n        in: query\n        content: {application/xml: {schema: {type: object}}}"))),
        ("SPEC0203", RaisedRule.In(Operation("requestBody:\n        content:\n          [|application/x-www-form-urlencoded|]:\n            schema: {type: array, items: {type: string}}").Replace("get:", "post:", StringComparison.Ordinal))),
        ("SPEC0204", RaisedRule.In(Head + "paths:\n  /orders:\n    get:\n      responses:\n        '200':\n          description: Parts.\n          content:\n            [|multipart/mixed|]: {schema: {type: object, properties: {order: {type: object}}}}\n")),
        ("SPEC0205", RaisedRule.In(Operation("security: [{key: []}]") + "components:\n  securitySchemes:\n    [|key|]: {type: apiKey, in: header}\n")),
        ("SPEC0206", RaisedRule.In(Operation("parameters:\n      - [|{|]name: Authorization, in: header, schema: {type: string}}"))),
        ("SPEC0209", RaisedRule.In(Head + "servers:\n- [|u|]rl: 'https://{host'\n" + "paths: {}\n")),
        ("SPEC0220", RaisedRule.In(Head + "[|paths|]:" + string.Concat(Enumerable.Range(0, 61).Select(index => $"\n  /o{index}:\n    get: {{tags: [t{index % 2}], responses: {{'204': {{description: d}}}}}}")))),
        ("SPEC0225", RaisedRule.In(Head + "paths:\n  /orders/../refunds:\n    [|get|]:\n      responses: {'204': {description: OK}}\n")),
        ("SPEC0230", RaisedRule.In(Operation("security: [[|{|]user: [], token: []}]") + "components:\n  securitySchemes:\n    user: {type: http, scheme: basic}\n    token: {type: http, scheme: bearer}\n")),
        ("SPEC0231", RaisedRule.In(Operation("[|x-specwright-pagination|]: {style: cursor, parameter: cursor, next: meta.next}"))),
        ("SPEC0234", RaisedRule.In(Operation("security: [{key: []}]\n      parameters:\n      - [|n|]ame: apikey\n        in: query\n        schema: {type: string}") + "components:\n  securitySchemes:\n    key: {type: apiKey, in: query, name: apikey}\n")),
        ("SPEC0301", RaisedRule.In(Head + "components:\n  schemas:\n    Order:\n      type: object\n      properties:\n        [|order_id|]: {type: string}\n        orderId: {type: string}\n")),
        ("SPEC0302", RaisedRule.In(Head + "paths:\n  /orders/{orderId}:\n    [|get|]:\n      responses: {'204': {description: OK}}\n")),
        ("SPEC0303", TwoClientsOfOneName()),
    ];

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rule_IsRaised_WhereItsCauseStands(string id)
    {
        var cases = Cases.Where(known => known.Id == id).Select(known => known.Case).ToList();
        Assert.True(cases.Count > 0, $"No case raises {id}.");
        foreach (var known in cases)
        {
            var diagnostics = (await known.Project.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == id).ToList();
            var diagnostic = Assert.Single(diagnostics);
            var (span, lines) = (diagnostic.Location.SourceSpan, diagnostic.Location.GetLineSpan());
            var before = known.Text[..known.Start];
            Assert.Equal(
                (SpecProject.Directory + known.Path, before.Count(character => character == '\n'), known.Start - before.LastIndexOf('\n') - 1, known.Text.Substring(known.Start, known.Length)),
                (lines.Path, lines.StartLinePosition.Line, lines.StartLinePosition.Character, known.Text.Substring(Math.Min(span.Start, known.Text.Length), Math.Min(span.Length, known.Text.Length - Math.Min(span.Start, known.Text.Length)))));
            Assert.Equal((known.Start, known.Length), (span.Start, span.Length));
            Assert.Equal(lines.StartLinePosition.Character + known.Length, lines.EndLinePosition.Character);
        }
    }

    [Fact]
    public void Cases_AreOfKnownRules() => Assert.Empty(Cases.Select(known => known.Id).Except(Rules.All.Select(rule => rule.Id)));

    private static string Operation(string members) => $"{Head}paths:\n  /orders:\n    get:\n      {members}\n      responses: {{'204': {{description: OK}}}}\n";

    /// <summary>What an item says has no place in the description: its beginning stands for it. Where nothing is read, that is no more than a line.</summary>
    private static RaisedRule MissingOverlay() => RaisedRule.Marked(
        SpecProject.Empty.WithSpec(SmallSpec.Path, SmallSpec.Text(), overlay: "specs/none.yaml"),
        (SmallSpec.Path, "[||]" + SmallSpec.Text()));

    private static RaisedRule UnknownOption() => RaisedRule.Marked(
        SpecProject.Empty.WithSpec(SmallSpec.Path, SmallSpec.Text(), accessibility: "private"),
        (SmallSpec.Path, "[|o|]" + SmallSpec.Text()[1..]));

    private static RaisedRule UnmatchedFilter() => RaisedRule.Marked(
        SpecProject.Empty.WithItem(SmallSpec.Path, SmallSpec.Text(), new Dictionary<string, string> { ["Spec"] = "true", ["ExcludePaths"] = "/order/**" }),
        (SmallSpec.Path, "[|o|]" + SmallSpec.Text()[1..]));

    private static RaisedRule TwoClientsOfOneName() => RaisedRule.Marked(
        SpecProject.Empty.WithSpec("v1/acme.yaml", SmallSpec.Text()).WithSpec("v2/acme.yaml", SmallSpec.Text(), @namespace: "Shop.Acme"),
        ("v2/acme.yaml", "[||]" + SmallSpec.Text()));
}
