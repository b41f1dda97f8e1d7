using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Specwright.Emission;

namespace Specwright.CompileBudget;

/// <summary>
/// Takes the JSON code out of a generated type: the codec and the attribute that names it; also the line by which the compiler does not look for nulls. What is left is the type as somebody would write it by hand.
/// </summary>
/// <param name="keepsNames">Whether the names on the wire stay, for System.Text.Json.</param>
internal sealed class WithoutJson(bool keepsNames) : CSharpSyntaxRewriter
{
    public static string Rewrite(string text, bool keepsNames)
        => new WithoutJson(keepsNames).Visit(CSharpSyntaxTree.ParseText(text.Replace(FileLayout.NoNullableAnalysis, "", StringComparison.Ordinal)).GetRoot()).ToFullString();

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node)
        => node.Identifier.ValueText == "JsonCodec" ? null : base.VisitStructDeclaration(node);

    // The documentation stands before the first attribute and must not go with it.
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) => base.VisitPropertyDeclaration(node)!.WithLeadingTrivia(node.GetLeadingTrivia());

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => base.VisitRecordDeclaration(node)!.WithLeadingTrivia(node.GetLeadingTrivia());

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => base.VisitClassDeclaration(node)!.WithLeadingTrivia(node.GetLeadingTrivia());

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node)
    {
        var name = node.Attributes[0].Name.ToString();
        name = name[(name.LastIndexOf('.') + 1)..];
        return name is "JsonConverter" or "JsonExtensionData" || (name == "JsonPropertyName" && !keepsNames) ? null : base.VisitAttributeList(node);
    }
}
