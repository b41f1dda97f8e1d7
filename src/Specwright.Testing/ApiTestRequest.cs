using System.Text;

namespace Specwright.Testing;

/// <summary>A request as it would have gone over the wire.</summary>
public sealed class ApiTestRequest
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly TestJson _json;

    internal ApiTestRequest(HttpRequestMessage request, byte[] body, TestJson json)
    {
        _json = json;
        Operation = ApiOperation.From(request);
        Method = request.Method;
        Address = request.RequestUri!;
        Body = body;
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            _fields[name] = values.ToString();
        }
    }

    /// <summary>What it was made for; null where no generated client made it.</summary>
    public ApiOperation? Operation { get; }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The whole address, with the query.</summary>
    public Uri Address { get; }

    /// <summary>Header fields by name, those of the body included; names are not case-sensitive, several values of one name stand with <c>, </c> between them.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The body's bytes; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body as a type of the description.</summary>
    /// <exception cref="InvalidOperationException">No resolver of the handler knows the type.</exception>
    /// <exception cref="System.Text.Json.JsonException">The body is not that type's JSON.</exception>
    public T ReadJson<T>() => _json.Read<T>(Body.Span);

    /// <summary>Method, address and body; no header fields, which hold credentials.</summary>
    public override string ToString() => Body.IsEmpty ? $"{Method} {Address}" : $"{Method} {Address}\n{Text}";
}
