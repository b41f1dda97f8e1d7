namespace Specwright.Fuzzing.Mutation;

/// <summary>Names that a naming rule forgets.</summary>
internal static class ExoticNames
{
    private static readonly string[] Names =
    [
        // Keywords, contextual ones too.
        "class", "record", "event", "params", "await", "async", "var", "dynamic", "nameof", "value", "field", "partial", "required", "scoped", "file", "init", "get", "set", "add", "when", "where", "global", "notnull", "unmanaged", "this", "base", "null", "true", "default", "object", "string", "int", "in", "is", "as", "_", "__", "___",
        // Types and namespaces that generated code uses.
        "System", "Task", "Type", "Object", "String", "File", "Action", "Func", "Exception", "Uri", "DateTimeOffset", "Guid", "List", "Dictionary", "IReadOnlyList", "CancellationToken", "HttpClient", "HttpMethod", "Encoding", "JsonElement", "JsonSerializer", "Utf8JsonReader", "Utf8JsonWriter", "Stream", "Optional", "ApiException", "ApiResponse", "Specwright", "Runtime", "Microsoft", "Text", "Json", "Net", "Threading", "Collections", "Attribute", "Nullable", "Span", "Lazy", "StringOrNumber", "FilePart", "MultipartBody", "Math", "Convert", "Environment", "Console", "Decimal", "Int64", "Boolean", "Double", "Enum", "Array", "Buffer", "Version", "Index", "Range", "Half", "Void", "Delegate", "ValueType", "Obsolete", "GeneratedCode",
        // Members that records, enumerations and unions have of their own.
        "Equals", "GetHashCode", "ToString", "GetType", "EqualityContract", "PrintMembers", "Clone", "MemberwiseClone", "Finalize", "ReferenceEquals", "Deconstruct", "Value", "IsKnown", "Values", "Switch", "TryGet", "Read", "Write", "Codec", "Json", "Default", "AdditionalProperties", "Options", "Client", "Headers", "Content", "Status", "Body", "Response", "Request", "options", "cancellationToken", "httpClient", "writer", "reader", "request", "response", "body", "result", "query", "path", "other", "obj", "builder", "left", "right", "op_Implicit", "get_Value", "set_Value", "Item", "item", "Create", "From", "Parse", "Of", "None", "Unknown", "Count", "Length", "Name", "Fuzz", "FuzzClient", "IFuzzClient", "FuzzOptions", "FuzzJson", "FuzzRegistration", "FuzzXml",
        // Characters.
        "", " ", "  a  ", "1", "0abc", "-1", "+1", "-", "+", "$", "@", "#", "a b", "a-b", "a_b", "a.b", "a/b", "a[b]", "a{b}", "{", "}", "{}", "{0}", "{id}", "a:b", "a;b", "a?b&c=d", "%41", "a%", "~", "~0", "~1", "'", "\"", "\"\"\"", "\\", "\\u0041", "*/", "/*", "//", "///", "<!--", "<x>", "</summary>", "&amp;", "&", "]]>", "#line 1", "#if", "#pragma", "[assembly: X]", "$(x)", "@class", "\n", "a\nb", "\r\n", "\t", "\0", "a\0b", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u2028", "\u2029", "a\u2028b", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\ufffd", "\uffff", "é", "e\u0301", "\u0301", "ǅ", "ß", "İ", "ı", "ſ", "Σ", "ς", "名前", "имя", "שם", "اسم", "ชื่อ", "नाम", "이름", "😀", "👩‍👩‍👧", "𝒳", "𐐀", "１", "²", "Ⅷ", "ª", "a·b", "a\u203fb", "℮", "K",
    ];

    private static readonly string[] Long = [new('a', 300), new('名', 300), string.Concat(Enumerable.Repeat("long_name-", 40)), new string('x', 299) + "1", new string('x', 299) + "2", new string('_', 300), new string('9', 300)];

    public static string Choose(MutationContext context) => context.Random.Next(12) switch
    {
        0 => context.Choose(Long),
        1 => context.Choose(Names) + context.Choose(Names),
        2 => context.Choose(Names).ToUpperInvariant(),
        3 => context.Choose(Names) + context.Random.Next(3),
        _ => context.Choose(Names),
    };
}
