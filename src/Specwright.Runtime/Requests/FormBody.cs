using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright;

/// <summary>Form bodies (<c>application/x-www-form-urlencoded</c>) made of the members of an object.</summary>
public static class FormBody
{
    /// <summary>A body of known length that can be sent repeatedly.</summary>
    /// <remarks>
    /// Scalars stand as text, lists as one field for each element, objects as JSON text, unless <paramref name="encodings"/> says otherwise; absent
    /// members and null are left out. Text is UTF-8, a blank becomes <c>+</c>.
    /// </remarks>
    /// <param name="value">An object; written at once: later changes do not show.</param>
    /// <param name="mediaType">The content type, parameters included.</param>
    /// <param name="encodings">For the members that stand otherwise.</param>
    /// <exception cref="ArgumentException">The value's JSON is no object.</exception>
    public static HttpContent Create<T, TCodec>(T value, string mediaType, params FormEncoding[] encodings)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(encodings);
        var json = ValueFields.JsonOf<T, TCodec>(value);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("A form is made of an object's members; this value is no object.", nameof(value));
        }

        var form = new StringBuilder();
        foreach (var member in json.EnumerateObject())
        {
            foreach (var (name, text) in FieldsOf(member, encodings))
            {
                form.Append(form.Length == 0 ? "" : "&").Append(name).Append('=').Append(text);
            }
        }

        // URL Standard, 5.2. Percent signs of the text itself are encoded, so nothing else looks like an encoded blank.
        form.Replace("%20", "+");
        return new BufferedBody(Encoding.ASCII.GetBytes(form.ToString()), null, mediaType);
    }

    private static List<KeyValuePair<string, string>> FieldsOf(JsonProperty member, FormEncoding[] encodings)
    {
        var name = PercentEncoding.Encode(member.Name);
        foreach (var encoding in encodings)
        {
            if (encoding.Name == member.Name && !encoding.IsJson)
            {
                var allowed = encoding.AllowReserved ? PercentEncoding.Reserved : PercentEncoding.Unreserved;
                return ValueFields.QueryOf(name, member.Value, encoding.Style, encoding.Explode, allowed);
            }
        }

        var isWhole = member.Value.ValueKind == JsonValueKind.Object || Array.Exists(encodings, encoding => encoding.Name == member.Name);
        return isWhole && member.Value.ValueKind != JsonValueKind.Null
            ? [KeyValuePair.Create(name, PercentEncoding.Encode(ValueFields.TextOf(member.Value)))]
            : ValueFields.QueryOf(name, member.Value, QueryStyle.Form, explode: true, PercentEncoding.Unreserved);
    }
}
