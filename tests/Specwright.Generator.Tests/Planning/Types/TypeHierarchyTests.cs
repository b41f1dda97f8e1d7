using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Planning.Types;

public sealed class TypeHierarchyTests
{
    [Fact]
    public void BaseThatIsReferredTo_IsReadAsTheKindThatTheDiscriminatorNames()
    {
        var generation = new TypeGeneration(Api(
            ("Owner", Object(Optional("pet", Ref("Pet")))),
            ("Pet", Base("kind", ("c", "Cat"), ("k", "Cat"))),
            ("Cat", AllOf(Ref("Pet"), Object(Required("lives", Integer())))),
            ("Dog", AllOf(Ref("Pet"), Object(Optional("tail", Boolean()))))));

        Assert.Equal("Pet", generation.Plan<RecordPlan>("Cat").Base);
        Assert.Equal(["c", "k"], generation.Plan<RecordPlan>("Pet").Derived[0].DiscriminatorValues);
        Assert.Equal("""{"pet":{"kind":"k","lives":9}}""", generation.RoundTrip("Owner", """{"pet":{"lives":9,"kind":"k"}}"""));
        Assert.Equal("""{"pet":{"kind":"Dog","tail":true}}""", generation.RoundTrip("Owner", """{"pet":{"kind":"Dog","tail":true}}"""));
        Assert.Equal("""{"pet":{"kind":"newt","gills":[1]}}""", generation.RoundTrip("Owner", """{"pet":{"kind":"newt","gills":[1]}}"""));
        Assert.Equal("""{"pet":{}}""", generation.RoundTrip("Owner", """{"pet":{}}"""));
    }

    [Fact]
    public void BaseWithoutDiscriminator_IsNoBase()
    {
        var generation = new TypeGeneration(Api(("Base", Object(Optional("id"))), ("Order", AllOf(Ref("Base"), Object(Optional("total"))))));

        Assert.Null(generation.Plan<RecordPlan>("Order").Base);
        Assert.Empty(generation.Plan<RecordPlan>("Base").Derived);
    }

    [Fact]
    public void MemberThatAKindDeclaresOtherwise_HidesThatOfTheBaseWhichIsThenNotRequired()
    {
        var generation = new TypeGeneration(Api(
            ("Base", Base("kind") with { Properties = EquatableArray.Of(Required("kind"), Required("data", Object()), Required("same", Nullable(String()))) }),
            ("Card", AllOf(Ref("Base"), Object(Required("data", Object(Required("number"))), Required("same", Nullable(String()))))),
            ("Other", AllOf(Ref("Base"), Object(Optional("secret", String("password")), Optional("late", Nullable(Integer()))))),
            ("Deep", AllOf(Ref("Other"), Object(Optional("late", Nullable(Boolean())))))));

        Assert.Equal((Presence.Optional, Presence.Required), (generation.Property("Base", "data").Presence, generation.Property("Base", "same").Presence));
        Assert.Equal((PropertyOrigin.Hiding, PropertyOrigin.Inherited), (generation.Property("Card", "data").Origin, generation.Property("Card", "same").Origin));
        Assert.Equal("""{"kind":"Card","data":{"number":"4"},"same":null}""", generation.RoundTrip("Base", """{"same":null,"kind":"Card","data":{"number":"4"}}"""));
        Assert.Equal("""{"kind":"Other","data":{},"same":"s","secret":"x","late":null}""", generation.RoundTrip("Base", """{"kind":"Other","data":{},"same":"s","secret":"x","late":null}"""));
    }

    [Fact]
    public void KindsOfKinds_AreFoundFromTheOutermostBase()
    {
        var generation = new TypeGeneration(Api(
            ("Entity", Base("@type")),
            ("Directory", AllOf(Ref("Entity"), Object(Optional("deleted")))),
            ("User", AllOf(Ref("Directory"), Object(Optional("mail")))),
            ("Guest", AllOf(Ref("User")))));

        Assert.Equal(["Directory", "User", "Guest"], generation.Plan<RecordPlan>("Entity").Derived.Single().DiscriminatorValues);
        Assert.Equal("""{"@type":"Guest","deleted":"d","mail":"m"}""", generation.RoundTrip("Entity", """{"mail":"m","@type":"Guest","deleted":"d"}"""));
    }

    [Fact]
    public void BasesThatContainEachOther_AreNoBases()
    {
        var generation = new TypeGeneration(Api(
            ("A", AllOf(Ref("B"), Base("kind"))),
            ("B", AllOf(Ref("A"), Object(Optional("x")))),
            ("C", AllOf(Ref("A"), Object(Optional("y"))))));

        Assert.Equal("""{"x":"1","kind":"C","y":"2"}""", generation.RoundTrip("C", """{"x":"1","y":"2","kind":"C"}"""));
    }

    [Fact]
    public void EnumeratedDiscriminator_IsSetByTheConstructor()
    {
        var generation = new TypeGeneration(Api(
            ("Pet", Base("kind") with { Properties = EquatableArray.Of(Required("kind", Enum("cat", "dog"))) }),
            ("Cat", AllOf(Ref("Pet"), Object(Required("kind", Enum("cat")))))));

        Assert.Contains("public Cat() => Kind = new PetKind(\"cat\");", generation.Text("Cat"), StringComparison.Ordinal);
        Assert.Equal("""{"kind":"cat"}""", generation.RoundTrip("Pet", """{"kind":"cat"}"""));
    }

    private static ObjectSchema Base(string discriminator, params (string Value, string Schema)[] mapping) => Object(Optional(discriminator)) with
    {
        Discriminator = new Discriminator
        {
            WireName = discriminator,
            Values = mapping.Select(value => new DiscriminatorValue { WireValue = value.Value, Target = PointerOf(value.Schema), IsDeclared = true }).ToEquatableArray(),
        },
    };
}
