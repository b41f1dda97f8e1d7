using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>Finds the header parameter by which a server knows a repeated request again (IETF draft "The Idempotency-Key HTTP Header Field").</summary>
internal static class IdempotencyKeys
{
    // Without "X-" and separators, in capitals. No general request ids among them: many servers only log those.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "IDEMPOTENCYKEY", "IDEMPOTENCEKEY", "IDEMPOTENTKEY", "IDEMPOTENCYTOKEN", "PAYPALREQUESTID",
    };

    /// <summary>Whether the runtime is to make the value where a caller gives none: on methods that change something, and wherever it is required.</summary>
    public static bool IsOne(Parameter parameter, string method)
    {
        if (parameter is not { In: ParameterLocation.Header, ContentMediaType: null, Schema: StringSchema or AnySchema or ReferenceSchema })
        {
            return false;
        }

        return parameter.IsIdempotencyKey
            ?? (Names.Contains(HeaderName.WithoutPrefix(parameter.WireName).Replace("-", "").Replace("_", "").ToUpperInvariant())
                && (parameter.IsRequired || method is not ("GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY")));
    }
}
