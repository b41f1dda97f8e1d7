using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace Specwright;

/// <summary>The header fields of an answer, those of the body included, or of a request that came in. Names are compared without regard to case; repeated fields are joined with a comma.</summary>
public sealed class ApiHeaders : IEnumerable<KeyValuePair<string, string>>
{
    // Either a list of our own or the answer's collections, which stay readable after it is disposed: nothing is copied on the way of success.
    private readonly KeyValuePair<string, string>[]? _fields;
    private readonly HttpHeaders? _responseFields;
    private readonly HttpHeaders? _contentFields;
    private readonly ISet<string>? _sensitiveNames;

    /// <param name="fields">The fields, in order.</param>
    public ApiHeaders(IEnumerable<KeyValuePair<string, string>> fields)
        : this([.. fields], null)
    {
    }

    internal ApiHeaders(HttpResponseMessage response, ISet<string> sensitiveNames)
    {
        _responseFields = response.Headers;
        _contentFields = response.Content.Headers;
        _sensitiveNames = sensitiveNames;
    }

    private ApiHeaders(KeyValuePair<string, string>[] fields, ISet<string>? sensitiveNames)
    {
        _fields = fields;
        _sensitiveNames = sensitiveNames;
    }

    /// <summary>No fields.</summary>
    public static ApiHeaders Empty { get; } = new([]);

    /// <summary>The fields of a request that came in, as web frameworks and <see cref="HttpHeaders"/> hold them: several values for each name.</summary>
    public static ApiHeaders From<TValues>(IEnumerable<KeyValuePair<string, TValues>> fields)
        where TValues : IEnumerable<string?>
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new([.. fields.SelectMany(field => field.Value.OfType<string>().Select(value => KeyValuePair.Create(field.Key, value)))], null);
    }

    /// <summary>The field's value, or null where it is missing.</summary>
    public string? this[string name] => TryGetValue(name, out var value) ? value : null;

    /// <summary>The field's value.</summary>
    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        if (_fields is null)
        {
            value = Find(_responseFields!, name) ?? Find(_contentFields!, name);
            return value is not null;
        }

        string? found = null;
        foreach (var (fieldName, fieldValue) in _fields)
        {
            if (fieldName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? fieldValue : $"{found}, {fieldValue}";
            }
        }

        value = found;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        => (_fields ?? All(_responseFields!).Concat(All(_contentFields!))).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One field per line; values of sensitive names are shown as <c>***</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Redacted())
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A copy without secrets.</summary>
    internal ApiHeaders Redacted() => new(
        [
            .. this.Select(field => KeyValuePair.Create(
                field.Key,
                Redaction.IsSensitive(field.Key, _sensitiveNames) ? Redaction.Mask : Redaction.Redact(field.Value, _sensitiveNames))),
        ],
        _sensitiveNames);

    private static string? Find(HttpHeaders fields, string name) => fields.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static IEnumerable<KeyValuePair<string, string>> All(HttpHeaders fields)
    {
        foreach (var (name, values) in fields.NonValidated)
        {
            yield return KeyValuePair.Create(name, values.ToString());
        }
    }
}
