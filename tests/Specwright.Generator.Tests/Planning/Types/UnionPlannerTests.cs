using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Planning.Types;

public sealed class UnionPlannerTests
{
    [Fact]
    public void BranchesOfOneType_AreOneCase_AndOneCaseIsThatType()
    {
        var generation = new TypeGeneration(Api(
            ("Card", Object(Required("number"))),
            ("Alias", Ref("Card")),
            ("Texts", Union(String(), String("uri"))),
            ("Cards", Union(Array(Ref("Card")), Array(Ref("Alias")))),
            ("Same", Union(Ref("Card"), Ref("Alias"))),
            ("Numbers", Union(Integer(), Number(), Boolean())),
            ("Holder", Object(Optional("texts", Ref("Texts")), Optional("cards", Ref("Cards")), Optional("same", Ref("Same"))))));

        Assert.Equal("string", generation.Property("Holder", "texts").Type.Name);
        Assert.Equal("global::System.Collections.Generic.IReadOnlyList<Card>", generation.Property("Holder", "cards").Type.Name);
        Assert.Equal("Card", generation.Property("Holder", "same").Type.Name);
        Assert.Equal(["decimal", "bool"], TypesOf(generation, "Numbers"));
        Assert.Equal(["Card", "Holder", "Numbers"], generation.Identifiers());
        Assert.Empty(generation.Findings);
    }

    [Fact]
    public void StringsAndNumbers_StayStringOrNumber()
    {
        var generation = new TypeGeneration(Api(("Amount", Union(String(), Union(Integer(), Number()))), ("Holder", Object(Optional("amount", Ref("Amount"))))));

        Assert.Equal(TypeShape.StringOrNumber, generation.Property("Holder", "amount").Type.Shape);
        Assert.Equal(["Holder"], generation.Identifiers());
    }

    [Fact]
    public void UnionsOfUnions_AreDissolved_CirclesToo()
    {
        var generation = new TypeGeneration(Api(
            ("A", Object(Required("a"))),
            ("B", Object(Required("b"))),
            ("Inner", Union(Ref("A"), Ref("Outer"), Nullable(Boolean()))),
            ("Outer", Union(Ref("Inner"), Ref("B"), Union(String(), Ref("A")))),
            ("Holder", Object(Required("outer", Ref("Outer"))))));

        Assert.Equal(["A", "bool", "B", "string"], TypesOf(generation, "Outer"));
        Assert.Equal("Outer?", generation.Property("Holder", "outer").Type.DeclaredName);
    }

    [Fact]
    public void AnyValueAmongBranches_IsTheUnknownCase()
    {
        var generation = new TypeGeneration(Api(("A", Object(Required("a"))), ("Either", Union(Ref("A"), Any())), ("Nothing", Union(Any(), Any())), ("Holder", Object(Optional("n", Ref("Nothing"))))));

        Assert.Equal(["A"], TypesOf(generation, "Either"));
        Assert.Equal(TypeShape.Any, generation.Property("Holder", "n").Type.Shape);
    }

    [Fact]
    public void InlineBranches_AreNamedByTitleConstantOrMember_AndCasesWithoutTheUnionsName()
    {
        var generation = new TypeGeneration(Api(("Shape", Union(
            Object(Required("a")) with { Title = "Big circle" },
            Object(Required("kind", Enum("square")), Optional("b")),
            Object(Required("c")),
            Enum("none"),
            Array(Object(Required("d")))))));

        Assert.Equal(
            ["BigCircle", "Square", "WithC", "Text", "Items"],
            generation.Plan<UnionPlan>("Shape").Cases.Select(member => member.Identifier));
        Assert.Equal(
            ["ShapeBigCircle", "ShapeSquare", "ShapeWithC", "ShapeText", "global::System.Collections.Generic.IReadOnlyList<ShapeItem>"],
            TypesOf(generation, "Shape"));
    }

    [Fact]
    public void DiscriminatorValues_AreTheMappedOnes_ThenTheEnumerated_ElseTheSchemasName()
    {
        var generation = new TypeGeneration(Api(
            ("A", Object(Required("kind", Enum("a", "b")))),
            ("B", Object(Required("kind"))),
            ("C", Object(Required("x"))),
            ("Inner", Union(Ref("B"), Ref("C"))),
            ("Either", Union(Ref("A"), Ref("Inner")) with
            {
                DiscriminatorWireName = "kind",
                DiscriminatorValues = EquatableArray.Of(Mapped("alpha", "A", isDeclared: true), Mapped("A", "A"), Mapped("Inner", "Inner")),
            })));

        Assert.Equal(["alpha,a,b", "Inner", "Inner"], generation.Plan<UnionPlan>("Either").Cases.Select(member => string.Join(",", member.DiscriminatorValues)));
        Assert.Equal([true, false, false], generation.Plan<UnionPlan>("Either").Cases.Select(member => member.IsCertain));
        Assert.Equal([null, null, "Inner"], generation.Plan<UnionPlan>("Either").Cases.Select(member => member.DefaultDiscriminator));
    }

    [Fact]
    public void CasesOfOneKind_AreToldApartByTheirFullNames()
    {
        var generation = new TypeGeneration(Api(("Either", Union(Array(String()), Array(Integer()), Map(String()), Map(Boolean()), Number("double"), Number(), String("uuid"), String()))));

        Assert.Equal(
            ["TextItems", "LongItems", "TextMap", "BooleanMap", "Double", "Decimal", "Guid", "Text"],
            generation.Plan<UnionPlan>("Either").Cases.Select(member => member.Identifier));
        Assert.Empty(generation.Findings);
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(generation.Emit())));
    }

    [Fact]
    public void OrderOfSchemasAndQuestions_ChangesNothing()
    {
        (string, Schema)[] schemas =
        [
            ("A", Object(Required("a"), Optional("either", Union(Ref("A"), Object(Required("x")))))), ("B", Union(Ref("C"), Ref("A"))), ("C", Union(Ref("B"), Boolean(), Object(Optional("y")))),
        ];

        Assert.Equal(new TypeGeneration(Api(schemas)).Types.Plans(), new TypeGeneration(Api([.. schemas.Reverse()])).Types.Plans());
    }

    [Fact]
    public void TooManyBranches_AreAnyValueAndOneFinding()
    {
        var branches = Enumerable.Range(0, 1200).Select(number => (Schema)Object(Required("x" + number))).ToArray();

        var generation = new TypeGeneration(Api(("Either", Union(branches)), ("Holder", Object(Optional("e", Ref("Either"))))));

        Assert.Equal(TypeShape.Any, generation.Property("Holder", "e").Type.Shape);
        Assert.Equal(["SPEC0201"], generation.Findings.Select(finding => finding.RuleId));
    }

    private static IEnumerable<string> TypesOf(TypeGeneration generation, string union) => generation.Plan<UnionPlan>(union).Cases.Select(member => member.Type.Name);

    private static DiscriminatorValue Mapped(string value, string schema, bool isDeclared = false) => new() { WireValue = value, Target = PointerOf(schema), IsDeclared = isDeclared };
}
