using Specwright.Model;
using Specwright.Planning;

namespace Specwright.Emission;

public sealed class TypeSpellerTests
{
    private static readonly FileContext File = new()
    {
        SpecName = "acme.openapi.yaml",
        Namespace = "Acme.Payments",
        Accessibility = "public",
        ShadowedNames = EquatableArray.Of("Guid", "Obsolete"),
    };

    private readonly TypeSpeller _speller = new(File);

    [Fact]
    public void FullNames_BecomeShortAndAskForTheirUsings()
    {
        var name = _speller.Spell("global::System.Collections.Generic.IReadOnlyList<global::System.DateTimeOffset?>");

        Assert.Equal("IReadOnlyList<DateTimeOffset?>", name);
        Assert.Equal(["System", "System.Collections.Generic"], _speller.Usings);
    }

    [Fact]
    public void ShadowedNames_StayInFull()
    {
        Assert.Equal("global::System.Guid?", _speller.Spell("global::System.Guid?"));
        Assert.Equal("global::System.ObsoleteAttribute", _speller.SpellAttribute("global::System.ObsoleteAttribute"));
        Assert.Empty(_speller.Usings);
    }

    [Fact]
    public void GeneratedTypesAndKeywords_StandAsTheyAre()
        => Assert.Equal("ListCodec<Order, Order.JsonCodec>", _speller.Spell("global::Specwright.Json.ListCodec<Order, Order.JsonCodec>"));

    [Fact]
    public void Receiver_IsInFullWhereAMemberHasItsName()
    {
        var inside = _speller.Inside(["Order", "StringCodec", "ListCodec"]);

        Assert.Equal("global::Acme.Payments.Order.JsonCodec", inside.SpellReceiver("Order.JsonCodec"));
        Assert.Equal("global::Specwright.Json.StringCodec", inside.SpellReceiver("global::Specwright.Json.StringCodec"));
        Assert.Equal("global::Specwright.Json.ListCodec<Order, Order.JsonCodec>", inside.SpellReceiver("global::Specwright.Json.ListCodec<Order, Order.JsonCodec>"));
        Assert.Equal("DecimalCodec", inside.SpellReceiver("global::Specwright.Json.DecimalCodec"));
    }
}
