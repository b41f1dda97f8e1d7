namespace Specwright.Planning.Naming;

/// <summary>Every type of the framework and the runtime library that generated code names, in full.</summary>
/// <remarks>Emission spells them through the type speller, so that a schema called <c>Task</c> or <c>Guid</c> never captures one of them.</remarks>
internal static class FrameworkTypes
{
    public const string Action = "global::System.Action";
    public const string IDisposable = "global::System.IDisposable";
    public const string EnumeratorCancellation = "global::System.Runtime.CompilerServices.EnumeratorCancellationAttribute";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string ArgumentOutOfRangeException = "global::System.ArgumentOutOfRangeException";
    public const string DateOnly = "global::System.DateOnly";
    public const string DateTime = "global::System.DateTime";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string Func = "global::System.Func";
    public const string Guid = "global::System.Guid";
    public const string Obsolete = "global::System.ObsoleteAttribute";
    public const string ReadOnlyMemory = "global::System.ReadOnlyMemory";
    public const string Type = "global::System.Type";
    public const string Uri = "global::System.Uri";
    public const string UriKind = "global::System.UriKind";
    public const string NotNullWhen = "global::System.Diagnostics.CodeAnalysis.NotNullWhenAttribute";
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string CultureInfo = "global::System.Globalization.CultureInfo";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string IAsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string IReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string IReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string HttpClient = "global::System.Net.Http.HttpClient";
    public const string HttpMessageHandler = "global::System.Net.Http.HttpMessageHandler";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";
    public const string HttpRequestMessage = "global::System.Net.Http.HttpRequestMessage";
    public const string StringBuilder = "global::System.Text.StringBuilder";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string JsonSerializerOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonExtensionData = "global::System.Text.Json.Serialization.JsonExtensionDataAttribute";
    public const string JsonPropertyName = "global::System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string IJsonTypeInfoResolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string IHttpClientBuilder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string IServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string InvalidOperationException = "global::System.InvalidOperationException";
    public const string JsonException = "global::System.Text.Json.JsonException";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string Stream = "global::System.IO.Stream";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string ApiJson = "global::Specwright.Json.ApiJson";
    public const string ApiClientOptions = "global::Specwright.ApiClientOptions";
    public const string ApiClientRegistration = "global::Specwright.ApiClientRegistration";
    public const string ApiConfigurationException = "global::Specwright.ApiConfigurationException";
    public const string ApiCredential = "global::Specwright.ApiCredential";
    public const string ApiException = "global::Specwright.ApiException";
    public const string ApiHandlerList = "global::Specwright.ApiHandlerList";
    public const string ApiHeaders = "global::Specwright.ApiHeaders";
    public const string ApiItemStream = "global::Specwright.ApiItemStream";
    public const string ApiOperation = "global::Specwright.ApiOperation";
    public const string ApiPages = "global::Specwright.ApiPages";
    public const string ApiResponse = "global::Specwright.ApiResponse";
    public const string ApiResponseContent = "global::Specwright.ApiResponseContent";
    public const string ApiSecurityRequirement = "global::Specwright.ApiSecurityRequirement";
    public const string ApiSecurityScheme = "global::Specwright.ApiSecurityScheme";
    public const string ApiServerVariable = "global::Specwright.ApiServerVariable";
    public const string ApiStream = "global::Specwright.ApiStream";
    public const string ApiTelemetry = "global::Specwright.ApiTelemetry";
    public const string ApiTransport = "global::Specwright.ApiTransport";
    public const string BinaryBody = "global::Specwright.BinaryBody";
    public const string FilePart = "global::Specwright.FilePart";
    public const string FormBody = "global::Specwright.FormBody";
    public const string FormEncoding = "global::Specwright.FormEncoding";
    public const string HeaderValue = "global::Specwright.HeaderValue";
    public const string JsonItemsBody = "global::Specwright.JsonItemsBody";
    public const string JsonBody = "global::Specwright.JsonBody";
    public const string MultipartBody = "global::Specwright.MultipartBody";
    public const string NoBody = "global::Specwright.NoBody";
    public const string ParameterText = "global::Specwright.ParameterText";
    public const string PathStyle = "global::Specwright.PathStyle";
    public const string QueryListStyle = "global::Specwright.QueryListStyle";
    public const string QueryStyle = "global::Specwright.QueryStyle";
    public const string RequestFields = "global::Specwright.RequestFields";
    public const string RequestTarget = "global::Specwright.RequestTarget";
    public const string ServerSentEvent = "global::Specwright.ServerSentEvent";
    public const string TextBody = "global::Specwright.TextBody";
    public const string XmlBody = "global::Specwright.XmlBody";
    public const string XmlMemberKind = "global::Specwright.Xml.XmlMemberKind";
    public const string XmlShape = "global::Specwright.Xml.XmlShape";
    public const string BooleanCodec = "global::Specwright.Json.BooleanCodec";
    public const string Base64UrlCodec = "global::Specwright.Json.Base64UrlCodec";
    public const string BytesCodec = "global::Specwright.Json.BytesCodec";
    public const string DateOnlyCodec = "global::Specwright.Json.DateOnlyCodec";
    public const string DateTimeCodec = "global::Specwright.Json.DateTimeCodec";
    public const string DateTimeOffsetCodec = "global::Specwright.Json.DateTimeOffsetCodec";
    public const string DecimalCodec = "global::Specwright.Json.DecimalCodec";
    public const string DecimalStringCodec = "global::Specwright.Json.DecimalStringCodec";
    public const string DoubleCodec = "global::Specwright.Json.DoubleCodec";
    public const string FilePartCodec = "global::Specwright.Json.FilePartCodec";
    public const string GuidCodec = "global::Specwright.Json.GuidCodec";
    public const string IJsonCodec = "global::Specwright.Json.IJsonCodec";
    public const string IJsonObjectCodec = "global::Specwright.Json.IJsonObjectCodec";
    public const string Int32Codec = "global::Specwright.Json.Int32Codec";
    public const string Int32StringCodec = "global::Specwright.Json.Int32StringCodec";
    public const string Int64Codec = "global::Specwright.Json.Int64Codec";
    public const string Int64StringCodec = "global::Specwright.Json.Int64StringCodec";
    public const string UInt64Codec = "global::Specwright.Json.UInt64Codec";
    public const string UInt64StringCodec = "global::Specwright.Json.UInt64StringCodec";
    public const string JsonCodecConverter = "global::Specwright.Json.JsonCodecConverter";
    public const string JsonCodecTypeInfo = "global::Specwright.Json.JsonCodecTypeInfo";
    public const string JsonElementCodec = "global::Specwright.Json.JsonElementCodec";
    public const string JsonMemberCursor = "global::Specwright.Json.JsonMemberCursor";
    public const string JsonMembers = "global::Specwright.Json.JsonMembers";
    public const string JsonStringValues = "global::Specwright.Json.JsonStringValues";
    public const string JsonUnionCase = "global::Specwright.Json.JsonUnionCase";
    public const string JsonUnionCases = "global::Specwright.Json.JsonUnionCases";
    public const string LinkField = "global::Specwright.LinkField";
    public const string ListCodec = "global::Specwright.Json.ListCodec";
    public const string MapCodec = "global::Specwright.Json.MapCodec";
    public const string NullableReferenceCodec = "global::Specwright.Json.NullableReferenceCodec";
    public const string NullableValueCodec = "global::Specwright.Json.NullableValueCodec";
    public const string Optional = "global::Specwright.Json.Optional";
    public const string SingleCodec = "global::Specwright.Json.SingleCodec";
    public const string StringCodec = "global::Specwright.Json.StringCodec";
    public const string StringOrNumber = "global::Specwright.Json.StringOrNumber";
    public const string StringOrNumberCodec = "global::Specwright.Json.StringOrNumberCodec";
    public const string UnionValue = "global::Specwright.Json.UnionValue";

    /// <summary>Without namespaces; of attributes also the name that stands in brackets.</summary>
    private static readonly HashSet<string> SimpleNames = new(
        typeof(FrameworkTypes).GetFields().Where(field => field.IsLiteral).SelectMany(field => SimpleNamesOf((string)field.GetRawConstantValue()!)),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Namespaces = new(
        typeof(FrameworkTypes).GetFields().Where(field => field.IsLiteral).SelectMany(field => NamespacesOf((string)field.GetRawConstantValue()!)),
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> MemberMethods = new(StringComparer.Ordinal)
    {
        [BooleanCodec] = "Boolean",
        [DateOnlyCodec] = "DateOnly",
        [DateTimeOffsetCodec] = "DateTimeOffset",
        [DecimalCodec] = "Decimal",
        [DecimalStringCodec] = "DecimalString",
        [DoubleCodec] = "Double",
        [GuidCodec] = "Guid",
        [Int32Codec] = "Int32",
        [Int64Codec] = "Int64",
    };

    /// <summary>Behind <c>Write</c> and <c>WriteOptional</c> in the names of the methods of <see cref="JsonMembers"/> that write a member with this codec; null where it has none.</summary>
    public static string? MemberMethodsOf(string codec) => MemberMethods.TryGetValue(codec, out var name) ? name : null;

    /// <summary>Whether these types, or namespaces of theirs, stand in the namespace: a schema <c>Uri</c> in the namespace <c>System</c> would be another <c>System.Uri</c> (CS0436).</summary>
    public static bool StandIn(string @namespace) => Namespaces.Contains(@namespace);

    /// <summary>Those identifiers of generated types that also name a type of the framework or the runtime, in ordinal order: <see cref="FileContext.ShadowedNames"/>.</summary>
    /// <param name="identifiers">All types generated into the namespace, the client's own included.</param>
    public static IEnumerable<string> ShadowedBy(IEnumerable<string> identifiers) => identifiers
        .Where(SimpleNames.Contains)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(identifier => identifier, StringComparer.Ordinal);

    private static IEnumerable<string> NamespacesOf(string name)
    {
        const string Root = "global::";
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            yield return name.Substring(Root.Length, dot - Root.Length);
        }
    }

    private static IEnumerable<string> SimpleNamesOf(string name)
    {
        const string Suffix = "Attribute";
        var simple = name.Substring(name.LastIndexOf('.') + 1);
        return simple.EndsWith(Suffix, StringComparison.Ordinal) ? [simple, simple.Substring(0, simple.Length - Suffix.Length)] : [simple];
    }
}
