using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specwright.Planning.Naming;

public sealed class CSharpLiteralTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a\"b\\c")]
    [InlineData("line\r\nend\ttab\0zero")]
    [InlineData("\u2028\u2029\u0085")]
    [InlineData("\u202Eright to left\u2066")]
    [InlineData("\uD800 alone \uDC00")]
    [InlineData("😀 {0} \"\"\" */ #line")]
    [InlineData("\U000E0041")]
    public void Literal_MeansItsTextAndHoldsNothingHidden(string text)
    {
        var literal = CSharpLiteral.Of(text);

        var token = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal)).Token;
        Assert.Equal(text, token.ValueText);
        Assert.Equal(literal, token.Text);
        Assert.DoesNotContain(literal, CSharpLiteral.IsHidden);
    }

    [Fact]
    public void EveryCharacterOfTheBasicPlane_SurvivesItsLiteral()
    {
        for (var code = 0; code <= 0xFFFF; code++)
        {
            var text = "a" + (char)code + "b";
            Assert.Equal(text, ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(CSharpLiteral.Of(text))).Token.ValueText);
        }
    }

    [Fact]
    public void Utf8Literal_ReplacesALoneSurrogate() => Assert.Equal("\"a\\uFFFD\"u8", CSharpLiteral.Utf8("a\uD800"));
}
