using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Overlays;
using Specwright.Reading.Text;

namespace Specwright.Reading;

public class OverlayTests
{
    private const string Shop = """
        {"openapi": "3.1.0", "x-y": {"name": "n"}, "items": [
          {"name": "a", "price": 1.0, "ok": true}, {"name": "b", "price": 2, "tag": null}, {"price": 3, "deep": {"name": "c"}}]}
        """;

    [Theory]
    [InlineData("$", "#")]
    [InlineData("$.items", "#/items")]
    [InlineData("$['items'][0].name", "#/items/0/name")]
    [InlineData("$[\"x-y\"]['name']", "#/x-y/name")]
    [InlineData("$.x-y.name", "#/x-y/name")]
    [InlineData("$.items[-1]", "#/items/2")]
    [InlineData("$.items[0,2].price", "#/items/0/price #/items/2/price")]
    [InlineData("$.items[0,0]", "#/items/0")]
    [InlineData("$.items[*].name", "#/items/0/name #/items/1/name")]
    [InlineData("$.*.name", "#/x-y/name")]
    [InlineData("$..name", "#/x-y/name #/items/0/name #/items/1/name #/items/2/deep/name")]
    [InlineData("$..*..name", "#/x-y/name #/items/0/name #/items/1/name #/items/2/deep/name")]
    [InlineData("$.items..['name','price']", "#/items/0/name #/items/0/price #/items/1/name #/items/1/price #/items/2/price #/items/2/deep/name")]
    [InlineData("$.items[?(@.name=='b')]", "#/items/1")]
    [InlineData("$.items[?@.name == \"b\"]", "#/items/1")]
    [InlineData("$.items[?@.name]", "#/items/0 #/items/1")]
    [InlineData("$.items[?!@.name]", "#/items/2")]
    [InlineData("$.items[?@.price == 1]", "#/items/0")]
    [InlineData("$.items[?@.price >= 2 && @.price < 3]", "#/items/1")]
    [InlineData("$.items[?@.price > 2 || @.name == 'a']", "#/items/0 #/items/2")]
    [InlineData("$.items[?!(@.price > 2 || @.name == 'a')]", "#/items/1")]
    [InlineData("$.items[?@.ok == true]", "#/items/0")]
    [InlineData("$.items[?@.tag == null]", "#/items/1")]
    [InlineData("$.items[?@.name != 'a']", "#/items/1 #/items/2")]
    [InlineData("$.items[?@.deep.name == 'c']", "#/items/2")]
    [InlineData("$.items[?@.name < 'b']", "#/items/0")]
    [InlineData("$.items[?@.price == '1']", "")]
    [InlineData("$.items[0:2]", "#/items/0 #/items/1")]
    [InlineData("$.items[1:]", "#/items/1 #/items/2")]
    [InlineData("$.items[:-1]", "#/items/0 #/items/1")]
    [InlineData("$.items[ -2 : ]", "#/items/1 #/items/2")]
    [InlineData("$.items[::2]", "#/items/0 #/items/2")]
    [InlineData("$.items[::-1]", "#/items/2 #/items/1 #/items/0")]
    [InlineData("$.items[5:0:-2]", "#/items/2")]
    [InlineData("$.items[-9:9]", "#/items/0 #/items/1 #/items/2")]
    [InlineData("$.items[2:1]", "")]
    [InlineData("$.items[::0]", "")]
    [InlineData("$.items[::2147483647]", "#/items/0")]
    [InlineData("$.items[0,1:].price", "#/items/0/price #/items/1/price #/items/2/price")]
    [InlineData("$.items[?length(@.name) == 1]", "#/items/0 #/items/1")]
    [InlineData("$.items[?length(@) == 3]", "#/items/0 #/items/1")]
    [InlineData("$.items[?length(@.price) == 1]", "")]
    [InlineData("$[?length(@) == 5]", "#/openapi")]
    [InlineData("$[?length(@) == length($.items)]", "#/items")]
    [InlineData("$.items[?count(@.*) > 2]", "#/items/0 #/items/1")]
    [InlineData("$.items[?count(@..name) == 1]", "#/items/0 #/items/1 #/items/2")]
    [InlineData("$.items[?value(@..name) == 'c']", "#/items/2")]
    [InlineData("$[?value(@..name) == 'a']", "")]
    [InlineData("$.items[?match(@.name, '[ac]')]", "#/items/0")]
    [InlineData("$.items[?!match(@.name, 'a|b')]", "#/items/2")]
    [InlineData("$[?match(@, '3.1')]", "")]
    [InlineData("$[?match(@, '3\\\\.1.*')]", "#/openapi")]
    [InlineData("$[?search(@, '1.0') && length(@) > 3]", "#/openapi")]
    [InlineData("$[?search(@, '(')]", "")]
    [InlineData("$.items[?match(@.price, '1')]", "")]
    [InlineData("$.items[7]", "")]
    [InlineData("$.nothing.there", "")]
    public void Query_SelectsNodes(string query, string pointers)
    {
        var root = DescriptionTextReader.Read(new SourceText("", Shop), "#", new NodeBudget(CancellationToken.None)).Root!;
        var path = JsonPathReader.Read(query, new NodeBudget(CancellationToken.None), out var problem);

        Assert.Null(problem);
        Assert.Equal(pointers, string.Join(" ", path!.Select(root).Select(node => node.Pointer)));
    }

    [Theory]
    [InlineData("items")]
    [InlineData("")]
    [InlineData("$.")]
    [InlineData("$.items[")]
    [InlineData("$.items[1:2:3:4]")]
    [InlineData("$.items[1:99999999999]")]
    [InlineData("$.items[?length(@.*) > 1]")]
    [InlineData("$.items[?length(@.name)]")]
    [InlineData("$.items[?count('x') > 1]")]
    [InlineData("$.items[?match(@.name)]")]
    [InlineData("$.items[?match(@.name, 'a') == true]")]
    [InlineData("$.items[?'a' == match(@.name, 'a')]")]
    [InlineData("$.items[?floor(@.price) > 1]")]
    [InlineData("$.length()")]
    [InlineData("$.items[?'x']")]
    [InlineData("$.items[?@.a == ]")]
    [InlineData("$.items['a]")]
    [InlineData("$.items[99999999999]")]
    public void QueryThatIsNotUnderstood_SaysWhy(string query)
    {
        Assert.Null(JsonPathReader.Read(query, new NodeBudget(CancellationToken.None), out var problem));
        Assert.NotEmpty(problem!);
    }

    [Fact]
    public void ExpressionThatTakesForever_IsAnErrorOfItsAction()
    {
        var result = Reader.Read(
            Reader.WithSchemas("A: {description: " + new string('a', 60) + "!}"),
            "overlay: 1.0.0\nactions: [{target: \"$..[?match(@.description, '(a+)+b')]\", remove: true}]");

        var finding = Reader.Single(result, Rules.OverlayInvalid);
        Assert.Equal("specs/api.overlay.yaml#/actions/0/target", finding.Pointer);
        Assert.Contains("too long", finding.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void QueryNestedWithoutEnd_IsRefused()
    {
        Assert.Null(JsonPathReader.Read("$[?" + new string('(', 100_000), new NodeBudget(CancellationToken.None), out var problem));
        Assert.Contains("deep", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{target: $.components.schemas.A, update: {type: integer, x-n: {a: 1}}}", "{\"type\":\"integer\",\"enum\":[\"x\"],\"x-m\":{\"a\":1},\"x-n\":{\"a\":1}}")]
    [InlineData("{target: $.components.schemas.A.x-m, update: {b: 2}}", "{\"type\":\"string\",\"enum\":[\"x\"],\"x-m\":{\"a\":1,\"b\":2}}")]
    [InlineData("{target: $.components.schemas.A, update: {enum: [y], x-m: {a: {c: 3}}}}", "{\"type\":\"string\",\"enum\":[\"x\",\"y\"],\"x-m\":{\"a\":{\"c\":3}}}")]
    [InlineData("{target: $.components.schemas.A.enum, update: y}", "{\"type\":\"string\",\"enum\":[\"x\",\"y\"],\"x-m\":{\"a\":1}}")]
    [InlineData("{target: $.components.schemas.A.enum, update: [y]}", "{\"type\":\"string\",\"enum\":[\"x\",[\"y\"]],\"x-m\":{\"a\":1}}")]
    [InlineData("{target: $.components.schemas.A.enum, remove: true, update: z}", "{\"type\":\"string\",\"x-m\":{\"a\":1}}")]
    [InlineData("{target: '$.components.schemas.A[\"enum\",\"x-m\"]', remove: true}", "{\"type\":\"string\"}")]
    [InlineData("{target: '$.components.schemas.A.enum[0]', remove: true}", "{\"type\":\"string\",\"enum\":[],\"x-m\":{\"a\":1}}")]
    public void Action_ChangesTheDescription(string action, string schema)
    {
        var budget = new NodeBudget(CancellationToken.None);
        var root = DescriptionTextReader.Read(new SourceText("", Reader.WithSchemas("A: {type: string, enum: [x], x-m: {a: 1}}")), "#", budget).Root!;
        var overlay = DescriptionTextReader.Read(new SourceText("", "overlay: 1.0.0\nactions: [" + action + "]"), "o#", budget).Root!;
        var findings = new List<Finding>();

        new OverlayApplier(root, budget, findings).Apply(overlay);

        Assert.Empty(findings);
        Assert.Equal(schema, JsonText.Write(JsonPointer.Walk(root, ["components", "schemas", "A"])!));
    }

    [Fact]
    public void Actions_ApplyInOrder()
    {
        var description = Reader.ReadClean(
            Reader.WithSchemas("A: {type: string}"),
            "overlay: 1.0.0\nactions:\n- {target: $.info, update: {title: One}}\n- {target: \"$.info[?@ == 'One']\", remove: true}\n- {target: $.info, update: {title: Two}}\n");

        Assert.Equal("Two", description.Title);
    }

    [Fact]
    public void TargetThatMatchesNothing_IsAWarningAndTheRestApplies()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {}"), "overlay: 1.0.0\nactions:\n- {target: $.x, update: {}}\n- {target: $.info, update: {title: N}}");

        var finding = Reader.Single(result, Rules.OverlayTargetUnmatched);
        Assert.Equal("specs/api.overlay.yaml#/actions/0/target", finding.Pointer);
        Assert.Equal(2, result.Positions.Find(finding.Pointer)!.Value.Line);
        Assert.Equal("N", result.Description!.Title);
    }

    [Theory]
    [InlineData("a: 1")]
    [InlineData("[]")]
    [InlineData("overlay: 2.0.0\nactions: []")]
    [InlineData("overlay: 1.0.0")]
    [InlineData("overlay: 1.0.0\nactions: [x]")]
    [InlineData("overlay: 1.0.0\nactions: [{target: 'x', update: {}}]")]
    [InlineData("overlay: 1.0.0\nactions: [{target: $, remove: true}]")]
    [InlineData("overlay: 1.0.0\nactions: [{target: $.info, update: 5}]")]
    [InlineData("overlay: 1.0.0\nactions: [{target: $.info.title, update: 5}]")]
    public void OverlayThatCannotBeApplied_IsAnErrorInItsFile(string overlay)
    {
        var result = Reader.Read(Reader.WithSchemas("A: {}"), overlay);

        Assert.Null(result.Description);
        Assert.StartsWith("specs/api.overlay.yaml#", Reader.Single(result, Rules.OverlayInvalid).Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void OverlayThatIsNoYaml_IsAnErrorAtItsLine()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {}"), "overlay: 1.0.0\nactions: [");

        var position = result.Positions.Find(Reader.Single(result, Rules.TextUnreadable).Pointer)!.Value;
        Assert.Equal(("specs/api.overlay.yaml", 1), (position.Path, position.Line));
    }
}
