using Microsoft.CodeAnalysis.CSharp;

namespace Specwright.Planning.Naming;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("order", "Order", "order")]
    [InlineData("order-id", "OrderId", "orderId")]
    [InlineData("order_id", "OrderId", "orderId")]
    [InlineData("orderID", "OrderId", "orderId")]
    [InlineData("ORDER_ID", "OrderId", "orderId")]
    [InlineData("HTTPServerError", "HttpServerError", "httpServerError")]
    [InlineData("userIDs", "UserIds", "userIds")]
    [InlineData("V2_SHA256", "V2Sha256", "v2Sha256")]
    [InlineData("sha256Hash", "Sha256Hash", "sha256Hash")]
    [InlineData("x-refresh-token", "XRefreshToken", "xRefreshToken")]
    [InlineData("eCollect", "ECollect", "eCollect")]
    [InlineData("3ds", "_3ds", "_3ds")]
    [InlineData("1.0", "_1_0", "_1_0")]
    [InlineData("10", "_10", "_10")]
    [InlineData("-1", "Minus1", "minus1")]
    [InlineData("-created", "MinusCreated", "minusCreated")]
    [InlineData("class", "Class", "@class")]
    [InlineData("await", "Await", "@await")]
    [InlineData("", "Empty", "empty")]
    [InlineData("*", "Star", "star")]
    [InlineData("😀", "U1f600", "u1f600")]
    [InlineData("größe", "Größe", "größe")]
    [InlineData("订单", "订单", "订单")]
    [InlineData("заказ", "Заказ", "заказ")]
    [InlineData("\u0301a", "_\u0301a", "_\u0301a")]
    public void WireText_BecomesTheNameAPersonWouldChoose(string text, string pascal, string camel)
    {
        Assert.Equal(pascal, Identifiers.Pascal(text));
        Assert.Equal(camel, Identifiers.Camel(text));
    }

    [Fact]
    public void EveryText_GivesAnIdentifierThatTheCompilerAccepts()
    {
        var random = new Random(7);
        string[] alphabet = ["a", "Z", "_", "-", "9", " ", "é", "字", "\u202E", "\u200D", "\uD800", "😀", "\"", "\n", "@", "ʰ", "Ⅷ", "\u0301", "٣", "ª"];
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var pascal = Identifiers.Pascal(text);
            Assert.True(SyntaxFacts.IsValidIdentifier(pascal), $"{pascal} of {text}");
            Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(pascal));
            var camel = Identifiers.Camel(text);
            Assert.Equal(camel, SyntaxFactory.ParseExpression(camel).ToString());
            Assert.IsType<Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax>(SyntaxFactory.ParseExpression(camel));
        }
    }

    [Fact]
    public void ReservedWords_AreThoseOfTheCompiler()
    {
        foreach (var kind in SyntaxFacts.GetReservedKeywordKinds().Where(kind => !SyntaxFacts.GetText(kind).StartsWith("__")))
        {
            Assert.True(Keywords.Contains(SyntaxFacts.GetText(kind)), SyntaxFacts.GetText(kind));
        }
    }

    [Fact]
    public void LongTexts_AreCutAndStayDifferent()
    {
        var first = Identifiers.Pascal(new string('a', 300) + "x");
        var second = Identifiers.Pascal(new string('a', 300) + "y");

        Assert.Equal(Identifiers.MaxLength, first.Length);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Identifiers.Pascal(new string('a', 300) + "x"));
    }

    [Theory]
    [InlineData("OrderDTO", "OrderDTO")]
    [InlineData("order line", "OrderLine")]
    [InlineData("class", "Class")]
    [InlineData("get_Name", "GetName")]
    public void ChosenNames_StayAsTheyAreWhereCSharpAllowsIt(string text, string expected) => Assert.Equal(expected, Identifiers.Chosen(text));
}
