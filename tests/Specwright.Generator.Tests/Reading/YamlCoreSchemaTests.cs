using Specwright.Reading.Text;

namespace Specwright.Reading;

public class YamlCoreSchemaTests
{
    [Theory]
    [InlineData("no", "String", "no")]
    [InlineData("yes", "String", "yes")]
    [InlineData("on", "String", "on")]
    [InlineData("1_000", "String", "1_000")]
    [InlineData("2024-01-01", "String", "2024-01-01")]
    [InlineData("12:30:45", "String", "12:30:45")]
    [InlineData("1.2.3", "String", "1.2.3")]
    [InlineData("0b11", "String", "0b11")]
    [InlineData(".inf", "String", ".inf")]
    [InlineData(".NaN", "String", ".NaN")]
    [InlineData("-", "String", "-")]
    [InlineData(".", "String", ".")]
    [InlineData("tRuE", "String", "tRuE")]
    [InlineData("~", "Null", "null")]
    [InlineData("", "Null", "null")]
    [InlineData("Null", "Null", "null")]
    [InlineData("TRUE", "True", "true")]
    [InlineData("False", "False", "false")]
    [InlineData("200", "Number", "200")]
    [InlineData("-0", "Number", "-0")]
    [InlineData("+12", "Number", "12")]
    [InlineData("007", "Number", "7")]
    [InlineData("0o17", "Number", "15")]
    [InlineData("0x1F", "Number", "31")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "Number", "4722366482869645213695")]
    [InlineData("123456789012345678901234567890", "Number", "123456789012345678901234567890")]
    [InlineData("1.50", "Number", "1.50")]
    [InlineData(".5", "Number", "0.5")]
    [InlineData("5.", "Number", "5")]
    [InlineData("-1.5e+3", "Number", "-1.5e+3")]
    public void PlainScalar_HasTheMeaningOfTheCoreSchema(string plain, string kind, string text)
    {
        Assert.Equal((Enum.Parse<ScalarKind>(kind), text), YamlCoreSchema.Resolve(plain));
    }
}
