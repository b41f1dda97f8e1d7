using System.Reflection;
using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Calls one operation: once with what is required and once with everything, and with every declared success.</summary>
internal sealed class OperationRun(IndependentDocument document, GeneratedClient client, CheckingHandler wire, IndependentOperation operation, ClientMethod method)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>How many branches of a union are tried.</summary>
    private const int Variations = 3;

    private readonly TypedValues _values = new(client);
    private readonly List<Failure> _failures = [];

    public int Calls { get; private set; }

    public async Task<IReadOnlyList<Failure>> RunAsync()
    {
        var successes = operation.Responses.Where(response => response.Status.StartsWith('2')).ToList();
        if (successes.Count == 0)
        {
            // A redirect may be all that is declared, or "default"; beside errors "default" is one more error, and a success has no body.
            successes = [.. operation.Responses.Where(response => response.Status.StartsWith('3')).Concat(operation.Responses.Where(response => response.Status == "default" && !operation.Responses.Any(other => other != response && other.Contents.Count > 0))).Take(1)];
        }

        await CallAsync(successes.FirstOrDefault(), isFull: false, 0).ConfigureAwait(false);
        for (var index = 0; index < Math.Max(successes.Count, Variations); index++)
        {
            await CallAsync(successes.Count == 0 ? null : successes[index % successes.Count], isFull: true, index).ConfigureAwait(false);
        }

        return _failures;
    }

    private async Task CallAsync(IndependentResponse? response, bool isFull, int variation)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var passed = new Dictionary<IndependentField, JToken>();
        if (!Arguments(arguments, passed, isFull, variation))
        {
            return;
        }

        JToken? body = null;
        if (operation.Body is { } declared && (declared.IsRequired || isFull) && !Body(declared, arguments, isFull, variation, out body))
        {
            return;
        }

        if (Answer(response, isFull, variation) is not { } answer)
        {
            return;
        }

        var exchange = new Exchange { Operation = operation, Values = passed, Body = body, Answer = answer };
        wire.Expected = exchange;
        Calls++;
        try
        {
            var result = await method.CallAsync(arguments, Timeout).ConfigureAwait(false);
            await CheckAnswerAsync(result, answer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.Add(new(exchange.WasSent ? FailureKind.Answer : FailureKind.Call, Shown(exception)));
        }

        _failures.AddRange(exchange.Failures);
    }

    private bool Arguments(Dictionary<string, object?> arguments, Dictionary<IndependentField, JToken> passed, bool isFull, int variation)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in operation.Fields.OrderBy(field => field.Place))
        {
            if (IsIgnored(field))
            {
                continue;
            }

            if (method.ParameterFor(field, taken) is not { } parameter)
            {
                _failures.Add(new(FailureKind.Argument, $"{field.Place} parameter {field.Name} is no parameter of {method.Method.Name}"));
                continue;
            }

            taken.Add(parameter.Name!);
            if (!isFull && !field.IsRequired && parameter.HasDefaultValue)
            {
                continue;
            }

            var sample = Sample(field.Schema, new SampleOptions { IsRequest = true, IsFull = isFull, Variation = variation, FreeText = TextFor(field), FullDepth = 2, ExtraName = field.Name + "Extra" }, $"{field.Place} parameter {field.Name}");
            if (sample is JArray { Count: 0 } or JObject { Count: 0 } && field.Place == FieldPlace.Path)
            {
                // A path cannot hold an empty list or object.
                sample = Sample(field.Schema, new SampleOptions { IsRequest = true, IsFull = true, Variation = variation, FreeText = TextFor(field) }, $"{field.Place} parameter {field.Name}");
            }

            if (sample is null)
            {
                return false;
            }

            if (!Convert(sample, parameter.ParameterType, $"{field.Place} parameter {field.Name}", out var value))
            {
                return false;
            }

            arguments[parameter.Name!] = value;
            passed[field] = sample;
        }

        return true;
    }

    private bool IsIgnored(IndependentField field) => field.Place switch
    {
        _ when operation.IsCredential(field) => true,
        FieldPlace.Header => field.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION" or "CONTENT-LENGTH" or "TRANSFER-ENCODING",
        FieldPlace.Path => !operation.Path.Contains($"{{{field.Name}}}", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>With letters that need encoding, where the place allows any.</summary>
    private string TextFor(IndependentField field) => field.Place switch
    {
        FieldPlace.Query => "a b&c=d/é+%",
        FieldPlace.Path when operation.Path.Split('/').Any(segment => segment.Count(letter => letter == '{') > 1 && segment.Contains($"{{{field.Name}}}", StringComparison.Ordinal)) => "abc",
        FieldPlace.Path => "a b/c?é",
        _ => "text-1",
    };

    private bool Body(IndependentBody declared, Dictionary<string, object?> arguments, bool isFull, int variation, out JToken? body)
    {
        body = null;
        var free = method.Parameters.Where(parameter => !arguments.ContainsKey(parameter.Name!)).ToList();
        var parameter = free.FirstOrDefault(candidate => candidate.Name is "body" or "requestBody" or "content" or "requestContent" or "payload") ?? free.LastOrDefault();
        if (parameter is null)
        {
            _failures.Add(new(FailureKind.Argument, $"{method.Method.Name} takes no body"));
            return false;
        }

        // Which of the media types the client sends shows only in the request: the schema of most is the same.
        var content = Sent(declared, parameter);
        var sampleOptions = new SampleOptions { IsRequest = true, IsFull = isFull, Variation = variation, FreeText = "text \"é\"", UsesNull = true };
        JToken? sample;
        if (content.Schema is null && content.Fields.Count > 0)
        {
            var form = new JObject();
            foreach (var field in content.Fields.Where(field => field.IsRequired || isFull))
            {
                if (Sample(field.Schema, sampleOptions, $"form field {field.Name}") is not { } value)
                {
                    return false;
                }

                form[field.Name] = value;
            }

            sample = form;
        }
        else
        {
            var isTyped = client.Owns(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
            var isPlain = !isTyped && !MediaTypes.IsJson(content.MediaType) && !MediaTypes.IsForm(content.MediaType) && !MediaTypes.IsMultipart(content.MediaType);
            sample = isPlain ? new JValue("plain text \"é\"") : content.Schema is null ? new JObject { ["key"] = "text" } : Sample(content.Schema, sampleOptions, "body");
        }

        if (sample is null || !BodyArgument(ref sample, parameter, content, out var argument))
        {
            return false;
        }

        body = sample;
        arguments[parameter.Name!] = argument;
        return true;
    }

    private bool BodyArgument(ref JToken sample, ParameterInfo parameter, IndependentContent content, out object? argument)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(MultipartBody) && sample is not JObject)
        {
            // A body of parts whose parts nobody names.
            sample = new JObject { ["part"] = "text" };
        }

        var bytes = Encoding.UTF8.GetBytes(sample is JValue { Value: string text } ? text : TypedValues.TextOf(sample));
        if (type == typeof(MultipartBody))
        {
            var parts = new MultipartBody();
            foreach (var member in (sample as JObject ?? []).Properties())
            {
                parts.AddValue<string, Json.StringCodec>(member.Name, member.Value is JValue { Value: string value } ? value : TypedValues.TextOf(member.Value));
            }

            argument = parts;
            return true;
        }

        if (!MediaTypes.IsJson(content.MediaType) && type == typeof(BinaryBody))
        {
            argument = new BinaryBody(bytes);
            return true;
        }

        return Convert(sample, parameter.ParameterType, "body", out argument);
    }

    private static IndependentContent Sent(IndependentBody declared, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isRaw = type == typeof(BinaryBody) || type == typeof(string);
        var hasFiles = type == typeof(MultipartBody) || type.GetProperties().Any(property => property.PropertyType == typeof(FilePart) || property.PropertyType == typeof(IReadOnlyList<FilePart>));
        Func<IndependentContent, bool>[] wishes =
        [
            candidate => hasFiles && MediaTypes.IsMultipart(candidate.MediaType),
            candidate => !isRaw && MediaTypes.Bare(candidate.MediaType) is "application/json",
            candidate => MediaTypes.IsJson(candidate.MediaType) && MediaTypes.Bare(candidate.MediaType) is not ("*/*" or "application/*"),
            candidate => MediaTypes.IsForm(candidate.MediaType),
            candidate => MediaTypes.IsMultipart(candidate.MediaType),
            candidate => !isRaw && MediaTypes.IsXml(candidate.MediaType),
            candidate => isRaw && !MediaTypes.IsJson(candidate.MediaType),
        ];
        return wishes.Select(wish => declared.Contents.FirstOrDefault(wish)).FirstOrDefault(content => content is not null) ?? declared.Contents[0];
    }

    private SentAnswer? Answer(IndependentResponse? response, bool isFull, int variation)
    {
        var status = response?.Status switch
        {
            null or "default" => 200,
            var range when range.EndsWith("XX", StringComparison.Ordinal) => 201,
            var exact => int.TryParse(exact, out var number) ? number : 200,
        };
        if (response is null || response.Contents.Count == 0 || status is 204 or 205 || operation.Method == "HEAD")
        {
            return new(status, null, null, []);
        }

        if (method.GivesItems && response.Contents.FirstOrDefault(candidate => MediaTypes.IsSequence(candidate.MediaType)) is { } sequence)
        {
            return Items(sequence, status, isFull, variation);
        }

        var content = response.Contents.FirstOrDefault(candidate => MediaTypes.IsJson(candidate.MediaType) && !MediaTypes.IsSequence(candidate.MediaType)) ?? response.Contents[0];
        if (status is >= 300 and < 400)
        {
            // The body of a redirect is a note for people.
            return new(status, null, null, []);
        }

        var mediaType = content.MediaType switch
        {
            "*/*" or "application/*" => "application/json",
            var range when range.EndsWith("/*", StringComparison.Ordinal) => range[..^1] + "plain",
            var exact => exact,
        };
        if (content.Schema is null)
        {
            var any = MediaTypes.IsJson(mediaType) ? new JObject { ["key"] = "text" } : null;
            return new(status, mediaType, any, Encoding.UTF8.GetBytes(any is null ? "text" : TypedValues.TextOf(any)));
        }

        if (!MediaTypes.IsJson(mediaType))
        {
            var text = MediaTypes.IsXml(mediaType) ? "<text>é</text>" : "plain text é";
            return new(status, mediaType, null, Encoding.UTF8.GetBytes(text));
        }

        var sample = Sample(content.Schema, new SampleOptions { IsRequest = false, IsFull = isFull, Variation = variation, FreeText = "text \"é\" ☃", UsesNull = true }, $"answer {response.Status}");
        return sample is null ? null : new(status, mediaType, sample, Encoding.UTF8.GetBytes(TypedValues.TextOf(sample)));
    }

    /// <summary>Two items, as events or as lines.</summary>
    private SentAnswer? Items(IndependentContent content, int status, bool isFull, int variation)
    {
        var isEvents = MediaTypes.Bare(content.MediaType) == "text/event-stream";
        var items = new JArray();
        for (var index = 0; index < 2; index++)
        {
            var schema = content.Schema?.ActualSchema;
            var item = schema is null ? new JValue("text " + index) : Sample(!isEvents && schema.Item is { } element ? element : schema, new SampleOptions { IsRequest = false, IsFull = isFull, Variation = variation + index }, "item");
            if (item is null)
            {
                return null;
            }

            items.Add(item);
        }

        var texts = items.Select(item => isEvents && item is JValue { Value: string text } ? text : TypedValues.TextOf(item));
        return new(status, content.MediaType, items, Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => isEvents ? $"data: {text}\n\n" : MediaTypes.Bare(content.MediaType).Contains("seq", StringComparison.Ordinal) ? $"\u001e{text}\n" : text + "\n"))));
    }

    private async Task CheckAnswerAsync(object? result, SentAnswer answer)
    {
        if (result is not ApiResponse response)
        {
            _failures.Add(new(FailureKind.Answer, $"the call gave {result?.GetType().Name ?? "nothing"}"));
            return;
        }

        if (response.StatusCode != answer.Status)
        {
            _failures.Add(new(FailureKind.Answer, $"the status is {response.StatusCode} instead of {answer.Status}"));
        }

        if (answer.MediaType is null)
        {
            return;
        }

        var body = BodyOf(response);
        if (method.GivesItems && body is not null)
        {
            var item = body.GetType().GetGenericArguments();
            body = await ((Task<JArray>)typeof(TypedValues).GetMethod(nameof(TypedValues.ItemsAsync))!.MakeGenericMethod(item).Invoke(_values, [body])!).ConfigureAwait(false);
        }

        var difference = body switch
        {
            JArray items => JsonEquality.Difference(answer.Json!, items),
            NoBody => answer.Bytes.Length > 0 ? "the body is lost" : null,
            null => answer.Json is null or { Type: JTokenType.Null } ? null : "the body is lost",
            string text when answer.Json is not { Type: JTokenType.String } => text == Encoding.UTF8.GetString(answer.Bytes) ? null : "the text is another one",
            ReadOnlyMemory<byte> bytes when answer.Json is null => bytes.Span.SequenceEqual(answer.Bytes) ? null : "the bytes are others",
            Stream stream => ReadAll(stream).AsSpan().SequenceEqual(answer.Bytes) ? null : "the bytes are others",
            _ when answer.Json is null => $"text became {body.GetType().Name}",
            _ => JsonEquality.Difference(answer.Json!, _values.ToJson(body)),
        };
        if (difference is not null)
        {
            _failures.Add(new(FailureKind.RoundTrip, difference));
        }
    }

    /// <summary>The body; where successes differ in type, what the type that holds any of them holds.</summary>
    private static object? BodyOf(ApiResponse response)
    {
        var body = response.GetType().GetProperty("Body")?.GetValue(response);
        return body?.GetType() is { } type && type.GetProperty("StatusCode") is not null && type.GetField("_body", BindingFlags.Instance | BindingFlags.NonPublic) is { } held
            ? held.GetValue(body)
            : body;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }

    /// <summary>A valid value; a failure is noted where none could be made.</summary>
    /// <remarks>Where only the branches of a <c>oneOf</c> overlap, the call is made all the same: what is sent and read back can still be compared.</remarks>
    private JToken? Sample(JsonSchema schema, SampleOptions wish, string place)
    {
        string? first = null;
        JToken? overlapping = null;
        foreach (var attempt in Attempts(wish))
        {
            var sample = new SampleMaker(document, attempt).Make(schema);
            var error = SchemaCheck.Error(sample, schema, document.SchemaType);
            if (error is null)
            {
                return sample;
            }

            first ??= error;
            overlapping ??= error.StartsWith(nameof(NJsonSchema.Validation.ValidationErrorKind.NotOneOf), StringComparison.Ordinal) ? sample : null;
        }

        _failures.Add(new(FailureKind.NoSample, $"{place}: {first}"));
        return overlapping;
    }

    private static IEnumerable<SampleOptions> Attempts(SampleOptions wish)
    {
        yield return wish;
        yield return wish with { UsesNull = false };
        yield return wish with { FreeText = "text" };
        for (var variation = 1; variation < 6; variation++)
        {
            yield return wish with { UsesNull = false, Variation = wish.Variation + variation };
        }

        for (var variation = 0; variation < 4; variation++)
        {
            yield return wish with { UsesNull = false, IsFull = !wish.IsFull, Variation = variation, FullDepth = 2 };
        }
    }

    private bool Convert(JToken sample, Type type, string place, out object? value)
    {
        try
        {
            value = _values.From(sample, type);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.Add(new(FailureKind.Argument, $"{place}: {Shown(exception)}"));
            value = null;
            return false;
        }
    }

    private static string Shown(Exception exception)
        => $"{exception.GetType().Name}: {exception.Message}{(exception.InnerException is { } inner ? $" ({inner.Message})" : "")}";
}
