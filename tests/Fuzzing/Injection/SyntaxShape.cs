using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specwright.Emission;

namespace Specwright.Fuzzing.Injection;

/// <summary>What the parser makes of generated code, without the words of the description in it.</summary>
internal static class SyntaxShape
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Parse);

    /// <summary>Of each file: the kinds of all nodes and tokens in order, all directives, and the kinds of comments and of the XML in them.</summary>
    /// <remarks>Files are in the order of their names, which are the description's: so the shapes are sorted.</remarks>
    public static string Of(IEnumerable<GeneratedFile> files) => string.Join("\n", files.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(GeneratedFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, Parsing).GetRoot();
        var shape = new StringBuilder();
        foreach (var item in root.DescendantNodesAndTokens())
        {
            // A list that is broken into lines has a comma after its last item as well.
            if (!item.IsKind(SyntaxKind.CommaToken) || !(item.AsToken().GetNextToken().Kind() is SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken))
            {
                shape.Append(' ').Append((ushort)item.RawKind);
            }
        }

        foreach (var trivia in root.DescendantTrivia())
        {
            if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            {
                shape.Append(' ').Append(trivia.ToString().Trim());
            }
            else if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
            {
                shape.Append(" /*");
            }
        }

        return shape.ToString();
    }

    /// <summary>
    /// What no text of a description may bring about, whatever it changes in meaning: a second type of the file's kind, a directive, a statement at
    /// top level, an attribute of the assembly, an XML element that we do not write, a hidden character. Null when all is well.
    /// </summary>
    public static string? Breach(GeneratedFile file)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text, Parsing);
        var root = tree.GetCompilationUnitRoot();
        if (tree.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            return error.ToString();
        }

        if (root.AttributeLists.Count > 0 || root.Members.Any(member => member is not FileScopedNamespaceDeclarationSyntax))
        {
            return "something stands outside the namespace";
        }

        if (root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == "Evil") is not null)
        {
            return "a type of the description's making";
        }

        foreach (var trivia in root.DescendantTrivia())
        {
            if ((trivia.IsDirective && trivia.GetStructure() is not (NullableDirectiveTriviaSyntax or PragmaWarningDirectiveTriviaSyntax)) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            {
                return $"'{trivia}'";
            }
        }

        var elements = root.DescendantNodes(descendIntoTrivia: true).OfType<XmlNameSyntax>().Where(name => name.Parent is XmlElementStartTagSyntax or XmlEmptyElementSyntax).Select(name => name.LocalName.ValueText);
        if (elements.FirstOrDefault(name => name.ToUpperInvariant() is "EVIL" or "INCLUDE") is { } element)
        {
            return $"<{element}>";
        }

        return file.Text.Any(IsHidden) ? "a hidden character" : null;
    }

    /// <summary>Line ends other than ours, control characters and those that change the order of what is displayed.</summary>
    private static bool IsHidden(char character) =>
        (char.IsControl(character) && character != '\n') || character is '\u2028' or '\u2029' or '\uFEFF' or '\u061C' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
