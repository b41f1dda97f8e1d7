using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Checks the body of a request: its media type, and that it is valid and what was passed.</summary>
internal sealed class BodyCheck(IndependentDocument document, Exchange exchange, Action<FailureKind, string> fail)
{
    public async Task RunAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        var declared = exchange.Operation.Body;
        if (exchange.Body is not { } passed)
        {
            if (declared is { IsRequired: true })
            {
                fail(FailureKind.Body, "the body is required, and was not passed");
            }

            // Some servers want a length of zero, so an empty body is none.
            if (content is not null && (await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)).Length > 0)
            {
                fail(FailureKind.Body, "there is a body, and none was passed");
            }

            return;
        }

        if (content is null)
        {
            fail(FailureKind.Body, "the body is missing");
            return;
        }

        var mediaType = content.Headers.ContentType?.ToString() ?? "";
        var matching = declared!.Contents.FirstOrDefault(candidate => MediaTypes.Bare(candidate.MediaType) == MediaTypes.Bare(mediaType))
            ?? declared.Contents.FirstOrDefault(candidate => MediaTypes.Includes(candidate.MediaType, mediaType));
        if (matching is null)
        {
            fail(FailureKind.ContentType, $"'{mediaType}' is not declared");
            return;
        }

        var bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Check(bytes, mediaType, matching, passed);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            fail(FailureKind.Body, exception.Message);
        }
    }

    private void Check(byte[] bytes, string mediaType, IndependentContent content, JToken passed)
    {
        if (MediaTypes.IsForm(mediaType) && passed is JObject form)
        {
            Compare(Form(bytes, content, form), WithoutNothing(form), content);
        }
        else if (MediaTypes.IsMultipart(mediaType))
        {
            var boundary = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(mediaType).Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"');
            Compare(Parts(MultipartText.Read(bytes, boundary ?? throw new FormatException("there is no boundary")), content, passed), passed is JObject members ? WithoutNothing(members) : passed, content);
        }
        else if (MediaTypes.IsJson(mediaType))
        {
            Compare(FieldText.Json(Encoding.UTF8.GetString(bytes)), passed, content);
        }
        else if (MediaTypes.IsXml(mediaType) && passed is JContainer)
        {
            var root = XmlTexts.Read(bytes);
            var tree = content.Schema is { } schema ? XmlTree.Of(passed, schema) : null;
            exchange.IsXmlCompared |= tree is not null;
            if ((tree is null ? XmlTexts.Difference(root, passed) : XmlTree.Difference(tree, root, content.Schema!)) is { } difference)
            {
                fail(FailureKind.Body, difference);
            }
        }
        else if (Encoding.UTF8.GetString(bytes) != (passed is JValue { Value: string text } ? text : TypedValues.TextOf(passed)))
        {
            fail(FailureKind.Body, "the text is another one");
        }
    }

    private void Compare(JToken actual, JToken passed, IndependentContent content)
    {
        if (JsonEquality.Difference(passed, actual) is { } difference)
        {
            fail(FailureKind.Body, difference);
        }
        else if (content.Schema is { } schema && SchemaCheck.Error(actual, schema, document.SchemaType) is { } error && SchemaCheck.Error(passed, schema, document.SchemaType) is null)
        {
            fail(FailureKind.Body, error);
        }
    }

    /// <summary>Null and empty lists have no field and no part.</summary>
    private static JObject WithoutNothing(JObject passed)
        => new(passed.Properties().Where(member => member.Value is not JArray { Count: 0 } && member.Value.Type != JTokenType.Null));

    private static JObject Form(byte[] bytes, IndependentContent content, JObject passed)
    {
        var values = NamedValues.Of(Encoding.ASCII.GetString(bytes));
        var result = new JObject();
        foreach (var member in passed.Properties())
        {
            if (values.Read(FieldOf(member, content), member.Value) is { } value and not JArray { Count: 0 })
            {
                result[member.Name] = value;
            }
        }

        return values.Rest.FirstOrDefault() is { } unknown ? throw new FormatException($"'{unknown}' is no member of the form") : result;
    }

    /// <summary>How a member of a form stands: as said, else lists as repeated fields and objects as JSON.</summary>
    private static IndependentField FieldOf(JProperty member, IndependentContent content)
    {
        if (content.Fields.FirstOrDefault(field => field.Name == member.Name) is { } said)
        {
            return said;
        }

        var isJson = content.MemberMediaTypes.TryGetValue(member.Name, out var type) && MediaTypes.IsJson(type);
        var style = isJson || member.Value is JObject ? FieldStyle.Json : FieldStyle.Form;
        return new(member.Name, FieldPlace.Query, IsRequired: false, style, Explode: true, new JsonSchema());
    }

    private static JObject Parts(IReadOnlyList<MultipartPart> parts, IndependentContent content, JToken passed)
    {
        var result = new JObject();
        foreach (var part in parts)
        {
            var name = part.Name ?? throw new FormatException("a part has no name");
            var like = passed is JObject members ? members[name] ?? "" : "";
            var isNested = content.MemberMediaTypes.TryGetValue(name, out var type) && MediaTypes.IsJson(type) && part.FileName is null;
            if (like is JArray list && !isNested)
            {
                var delimited = content.Fields.FirstOrDefault(field => field.Name == name && !field.Explode && part.FileName is null);
                if (delimited is not null)
                {
                    result[name] = FieldText.List(Encoding.UTF8.GetString(part.Bytes), FieldText.Delimiters(delimited.Style), list, static text => text);
                    continue;
                }

                var values = result[name] as JArray ?? [];
                values.Add(FieldText.Scalar(Encoding.UTF8.GetString(part.Bytes), values.Count < list.Count ? list[values.Count] : ""));
                result[name] = values;
            }
            else
            {
                result[name] = FieldText.Scalar(Encoding.UTF8.GetString(part.Bytes), like);
            }
        }

        return result;
    }
}
