using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Emission;

/// <summary>A description is untrusted: its text must stay inside comments and string literals.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Texts { get; } =
    [
        "*/ class Evil {} /*",
        "\"\"\"; class Evil {} //",
        "\"); System.Environment.Exit(1); (\"",
        "\\\"); System.Environment.Exit(1); //",
        "line\u2028class Evil {}",
        "line\u2029class Evil {}",
        "line\u0085class Evil {}",
        "line\r\nclass Evil {}",
        "line\rclass Evil {}",
        "\n#line 1 \"x\"\n#error evil\n#pragma warning disable",
        "#line hidden",
        "[assembly: System.Obsolete]",
        "{0} {{1}} {evil}",
        "\u202Etxet\u202C \u2066x\u2069 \u200E\u200F\u061C",
        "</summary><evil/><summary>",
        "<!-- & ]]> &evil; <?xml",
        "<see cref=\"Evil\"/> <include file='x' path='y'/>",
        "/// /** //! \0 \u0001 \u001F \u007F \uFEFF \uFFFE \uFFFF",
        "\uD800 lone \uDC00",
        "${System.Environment.Exit(1)}",
        "```\n*/ fence\n```\n\n# heading\n\n- item\n- item",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_StaysInsideCommentsAndLiterals(string text)
    {
        // Names become identifiers, so the same name on both sides keeps the trees comparable; every other text varies.
        var harmless = Emit(Model("harmless"), "harmless");
        var hostile = Emit(Model(text), text);

        Assert.Equal(harmless.Count, hostile.Count);
        for (var index = 0; index < harmless.Count; index++)
        {
            Assert.Equal(ShapeOf(harmless[index]), ShapeOf(hostile[index]));
            Assert.DoesNotContain(hostile[index].Text, character => character != '\n' && Specwright.Planning.Naming.CSharpLiteral.IsHidden(character));
        }

        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(hostile)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextAsAName_StaysOneIdentifier(string text)
    {
        var description = Api(
            (text, Object(Required(text), Optional(text + "2", Nullable(Enum(text, text + "3"))), Optional("x", String() with { ChosenName = text })) with { ChosenName = text }));

        var files = new TypeGeneration(description).Emit();

        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.Equal(1, CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().Members.Single().ChildNodes().Count(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax)));
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(files)));
    }

    private static ApiDescription Model(string text)
    {
        var status = new StringSchema
        {
            Pointer = "",
            Title = text,
            Description = text,
            Members = EquatableArray.Of(new EnumMember { WireValue = text, ChosenName = "Member", Description = text }),
        };
        return Api(
            ("Order", Object(
                Required(text, String() with { Description = text, Title = text, ChosenName = "First", DefaultJson = text }),
                Optional("second", status with { IsDeprecated = true, DefaultJson = "\"" + text }),
                Optional("third", Nullable(Object(Optional("a"))) with { Description = "x " + text + "\n\n" + text + " y", ChosenName = "Third" }),
                Optional("pin", String("password") with { Description = text })) with
            {
                Description = text,
                AdditionalProperties = AdditionalProperties.Any,
            }),
            ("Code", IntegerEnum("int32", "1") with { Description = text, Title = text }));
    }

    private static IReadOnlyList<GeneratedFile> Emit(ApiDescription description, string specName)
    {
        var files = new TypeGeneration(description).Types.Plans()
            .Select(plan => FileEmitter.Emit(new Specwright.Planning.TypeFilePlan
            {
                File = new Specwright.Planning.FileContext { SpecName = specName, Namespace = "Acme", Accessibility = "public" },
                HintName = plan.Identifier,
                Types = EquatableArray.Of<Specwright.Planning.TypePlan>(plan),
            }))
            .ToList();
        return files;
    }

    /// <summary>The kinds of all nodes and tokens in order, literals and comments without their text.</summary>
    private static string ShapeOf(GeneratedFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.None)).GetRoot();
        return string.Join(" ", root.DescendantNodesAndTokens(descendIntoTrivia: false)
            .Select(item => item.IsToken && !item.IsKind(SyntaxKind.StringLiteralToken) && !item.IsKind(SyntaxKind.Utf8StringLiteralToken) ? item.ToString() : item.Kind().ToString()))
            + string.Join(" ", root.DescendantTrivia().Where(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(trivia => trivia.ToString()));
    }
}
