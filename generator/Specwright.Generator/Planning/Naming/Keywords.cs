namespace Specwright.Planning.Naming;

/// <summary>Words that C# 12 does not read as plain identifiers.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    };

    /// <summary>Contextual keywords that change the meaning of a type's, parameter's or local's name somewhere in generated code.</summary>
    private static readonly HashSet<string> Contextual = new(StringComparer.Ordinal)
    {
        "and", "async", "await", "dynamic", "extension", "field", "file", "from", "global", "let", "nameof", "nint", "not", "notnull", "nuint", "or", "partial",
        "record", "required", "scoped", "unmanaged", "var", "when", "where", "with", "yield",
    };

    /// <summary>Whether the word needs an <c>@</c> where a name is meant.</summary>
    public static bool Contains(string word) => Reserved.Contains(word) || Contextual.Contains(word);

    /// <summary>The name with an <c>@</c> before it where it is a keyword.</summary>
    public static string Escape(string name) => Contains(name) ? "@" + name : name;

    /// <summary>Whether the word is a type spelled as a keyword: <c>string</c>, <c>decimal</c>.</summary>
    public static bool IsType(string word) => word is "bool" or "byte" or "char" or "decimal" or "double" or "float" or "int" or "long" or "object"
        or "sbyte" or "short" or "string" or "uint" or "ulong" or "ushort" or "void";
}
