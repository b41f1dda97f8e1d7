using Specwright.Planning;

namespace Specwright.Emission;

/// <summary>The words that tell a record from a class.</summary>
internal static class TypeDeclaration
{
    /// <summary><c>record</c> or <c>class</c>.</summary>
    public static string Keyword(FileContext file) => file.Types == TypeKind.Record ? "record" : "class";

    /// <summary>A record is changed by copying it (<c>with</c>), which a class cannot be.</summary>
    public static string Setter(FileContext file) => file.Types == TypeKind.Record ? "init" : "set";
}
