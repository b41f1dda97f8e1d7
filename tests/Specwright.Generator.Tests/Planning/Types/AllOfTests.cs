using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Planning.Types;

public sealed class AllOfTests
{
    [Fact]
    public void Parts_AreUnited_FromReferencesToo()
    {
        var generation = new TypeGeneration(Api(
            ("Child", AllOf(Ref("Base"), Object(Required("own"), Required("id", Any())))),
            ("Base", AllOf(Ref("Root"), Object(Optional("name"), Optional("address", Object(Optional("city"))))) with { Description = "The base." }),
            ("Root", Object(Optional("id")) with { AdditionalProperties = AdditionalProperties.Any })));

        var child = generation.Plan<RecordPlan>("Child");

        Assert.Equal(["id", "name", "address", "own"], child.Properties.Select(property => property.WireName));
        Assert.Equal([Presence.Required, Presence.Optional, Presence.Optional, Presence.Required], child.Properties.Select(property => property.Presence));
        Assert.Equal("string", child.Properties[0].Type.Name);
        Assert.Equal("BaseAddress", child.Properties[2].Type.Name);
        Assert.NotNull(child.AdditionalProperties);
        Assert.Empty(generation.Findings);
    }

    [Fact]
    public void NameThatAnotherPartRequires_IsRequired_AndOneThatNobodyDeclares_IsAnyValue()
    {
        var generation = new TypeGeneration(Api(
            ("Order", AllOf(Object(Optional("id"), Optional("note")), Object() with { RequiredElsewhere = EquatableArray.Of("id", "host") }, Object(Optional("own")))),
            ("Plain", Object(Optional("id")) with { RequiredElsewhere = EquatableArray.Of("content") })));

        var order = generation.Plan<RecordPlan>("Order");

        Assert.Equal(["id", "note", "own", "host"], order.Properties.Select(property => property.WireName));
        Assert.Equal([Presence.Required, Presence.Optional, Presence.Optional, Presence.Optional], order.Properties.Select(property => property.Presence));
        Assert.Equal(TypeShape.Any, order.Properties[3].Type.Shape);
        Assert.Equal(TypeShape.Any, generation.Property("Plain", "content").Type.Shape);
    }

    [Fact]
    public void OneReferenceWithAnnotations_IsThatType()
    {
        var generation = new TypeGeneration(Api(
            ("Order", Object(Optional("line", Nullable(AllOf(Ref("Line"), Any()) with { Description = "The first." })))),
            ("Line", Object(Optional("sku")))));

        var property = generation.Property("Order", "line");

        Assert.Equal("Line", property.Type.Name);
        Assert.Equal(Presence.OptionalNullable, property.Presence);
        Assert.Equal("The first.", property.Documentation.Summary);
        Assert.Equal(["Line", "Order"], generation.Identifiers());
    }

    [Fact]
    public void PropertyDeclaredTwice_TakesTheNarrowerType()
    {
        var generation = new TypeGeneration(Api(("Order", AllOf(
            Object(Optional("a", Number()), Optional("b", Enum("X")), Optional("c", String("date"))),
            Object(Optional("a", Integer()), Optional("b"), Optional("c"))))));

        Assert.Equal(["long", "OrderB", "global::System.DateOnly"], generation.Plan<RecordPlan>("Order").Properties.Select(property => property.Type.Name));
        Assert.Empty(generation.Findings);
    }

    [Fact]
    public void PropertyWithTwoTypes_IsAnyValueAndAFinding()
    {
        var generation = new TypeGeneration(Api(("Order", AllOf(Object(Optional("a")), Object(Optional("a", Integer()))))));

        Assert.Equal(TypeShape.Any, generation.Property("Order", "a").Type.Shape);
        var finding = Assert.Single(generation.Findings);
        Assert.Equal(Rules.SchemaUnsupported.Id, finding.RuleId);
        Assert.Equal("#/components/schemas/Order/allOf/1/properties/a", finding.Pointer);
    }

    [Fact]
    public void PropertyThatIsAnObjectTwice_IsMerged_EvenWhereItContainsItself()
    {
        var generation = new TypeGeneration(Api(
            ("Both", AllOf(Ref("Left"), Ref("Right"))),
            ("Left", Object(Optional("next", Ref("Left")), Optional("l"))),
            ("Right", Object(Optional("next", Ref("Right")), Optional("r")))));

        var next = generation.Property("Both", "next").Type.Name;

        Assert.Equal("BothNext", next);
        Assert.Equal(["next", "l", "r"], generation.Plan<RecordPlan>(next).Properties.Select(property => property.WireName));
        Assert.Equal(next, generation.Property(next, "next").Type.Name);
        CompilationHarness.Load(generation.Emit());
    }

    [Fact]
    public void Enumeration_NarrowsAString()
    {
        var generation = new TypeGeneration(Api(("Status", AllOf(String(), Enum("A", "B")))));

        Assert.Equal(2, generation.Plan<StringEnumPlan>("Status").Members.Count);
    }

    [Fact]
    public void ChainOfThousandsOfParts_IsRefusedWhereItGrowsTooLong()
    {
        var schemas = Enumerable.Range(0, 2000)
            .Select(number => ($"S{number}", (Schema)AllOf(Ref($"S{number + 1}"), Object(Optional("p" + number)))))
            .Append(("S2000", Object(Optional("last"))))
            .ToArray();

        var generation = new TypeGeneration(Api(schemas));

        Assert.Equal(500, generation.Identifiers().Count);
        Assert.Equal(500, generation.Plan<RecordPlan>("S1501").Properties.Count);
        Assert.Equal(TypeShape.Any, generation.Types.Reference(Ref("S0"), "X").Shape);
        Assert.Equal(1501, generation.Findings.Count);
    }
}
