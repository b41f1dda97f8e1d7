using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Specwright.PublicApi;

/// <summary>The declarations of a project's hand-written sources that its users can see, one to a line, in ordinal order.</summary>
/// <remarks>
/// Made from the sources, not from the assembly: what the generator adds to a client is reviewed in <c>Generated/</c> and would stand here a second time.
/// </remarks>
internal static class PublicApiListing
{
    public static string Of(string projectFolder)
    {
        var lines = Directory.GetFiles(projectFolder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsIn(projectFolder, file, "obj") && !IsIn(projectFolder, file, "bin") && !IsIn(projectFolder, file, "Generated"))
            .SelectMany(file => Lines(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot()))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static bool IsIn(string root, string file, string folder)
        => Path.GetRelativePath(root, file).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<string> Lines(CompilationUnitSyntax unit)
        => unit.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members.SelectMany(member => Lines(member, space.Name.ToString())));

    private static IEnumerable<string> Lines(MemberDeclarationSyntax member, string container)
    {
        // A partial half leaves its accessibility to the generated one: what it declares inside is visible all the same.
        var isHalf = member is TypeDeclarationSyntax half && half.Modifiers.Any(SyntaxKind.PartialKeyword) && !HasAccessibility(half.Modifiers);
        if (!isHalf && !IsVisible(member))
        {
            yield break;
        }

        yield return $"{container}: {Header(member)}";

        var inner = member switch
        {
            TypeDeclarationSyntax type => type.Members.Where(part => type is not InterfaceDeclarationSyntax || !HasAccessibility(part.Modifiers) || IsVisible(part)),
            _ => [],
        };
        if (member is BaseTypeDeclarationSyntax declared)
        {
            var name = $"{container}.{declared.Identifier.Text}{(declared as TypeDeclarationSyntax)?.TypeParameterList}";
            foreach (var line in inner.SelectMany(part => member is InterfaceDeclarationSyntax && part is not BaseTypeDeclarationSyntax ? [$"{name}: {Header(part)}"] : Lines(part, name)))
            {
                yield return line;
            }

            if (declared is EnumDeclarationSyntax enumeration)
            {
                foreach (var value in enumeration.Members)
                {
                    yield return $"{name}: {value.Identifier.Text}{value.EqualsValue}";
                }
            }
        }
    }

    private static bool HasAccessibility(SyntaxTokenList modifiers)
        => modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword);

    private static bool IsVisible(MemberDeclarationSyntax member)
        => member.Modifiers.Any(SyntaxKind.PublicKeyword) || (member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword));

    /// <summary>The declaration without attributes, documentation and bodies, on one line.</summary>
    private static string Header(MemberDeclarationSyntax member)
    {
        MemberDeclarationSyntax bare = member switch
        {
            TypeDeclarationSyntax type => type.WithMembers([]).WithOpenBraceToken(default).WithCloseBraceToken(default).WithSemicolonToken(default),
            EnumDeclarationSyntax type => type.WithMembers([]).WithOpenBraceToken(default).WithCloseBraceToken(default),
            ConstructorDeclarationSyntax constructor => constructor.WithBody(null).WithExpressionBody(null).WithInitializer(null).WithSemicolonToken(default),
            BaseMethodDeclarationSyntax method => method.WithBody(null).WithExpressionBody(null).WithSemicolonToken(default),
            PropertyDeclarationSyntax property => property.WithAccessorList(Accessors(property)).WithExpressionBody(null).WithInitializer(null).WithSemicolonToken(default),
            IndexerDeclarationSyntax indexer => indexer.WithAccessorList(Accessors(indexer)).WithExpressionBody(null).WithSemicolonToken(default),
            FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => field.WithDeclaration(field.Declaration.WithVariables([.. field.Declaration.Variables.Select(variable => variable.WithInitializer(null))])),
            _ => member,
        };
        // Whether a method waits inside is its own business.
        var text = bare.WithModifiers([.. bare.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))]).WithAttributeLists([]).WithoutTrivia().NormalizeWhitespace(" ", " ").ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(';');
    }

    /// <summary>An expression body is a getter; accessors keep their kinds and accessibility, nothing else. Private ones are nobody's business.</summary>
    private static AccessorListSyntax Accessors(BasePropertyDeclarationSyntax property)
    {
        var accessors = property.AccessorList is { } list
            ? list.Accessors.Where(accessor => !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword)).Select(accessor => accessor.WithAttributeLists([]).WithBody(null).WithExpressionBody(null).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithoutTrivia())
            : [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))];
        return SyntaxFactory.AccessorList([.. accessors]);
    }
}
