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

    /// <summary>Declared errors that were answered.</summary>
    public int Errors { get; private set; }

    /// <summary>Of these the ones that came as declared and were equal when written back.</summary>
    public int EqualErrors { get; private set; }

    /// <summary>XML bodies that were compared element by element.</summary>
    public int XmlTrees { get; private set; }

    private ValidSamples Samples => field ??= new(document, _failures);

    private AnswerMaker Answers => field ??= new(operation, method, Samples);

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

        foreach (var error in DeclaredError.Of(operation, successes))
        {
            await CallAsync(error).ConfigureAwait(false);
        }

        return _failures;
    }

    private async Task CallAsync(IndependentResponse? response, bool isFull, int variation)
    {
        if (RequestFor(isFull, variation) is not { } request || Answers.Success(response, isFull, variation) is not { } answer)
        {
            return;
        }

        var exchange = request.With(operation, answer);
        wire.Expected = exchange;
        Calls++;
        try
        {
            var result = await method.CallAsync(request.Arguments, Timeout).ConfigureAwait(false);
            await CheckAnswerAsync(result, answer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.Add(new(exchange.WasSent ? FailureKind.Answer : FailureKind.Call, Shown(exception)));
        }

        XmlTrees += (exchange.IsXmlCompared ? 1 : 0) + (answer.MediaType is { } mediaType && MediaTypes.IsXml(mediaType) && answer.Json is not null ? 1 : 0);
        _failures.AddRange(exchange.Failures);
    }

    /// <summary>Answers an error: the call must throw it, with a body that is equal when written back.</summary>
    private async Task CallAsync(DeclaredError error)
    {
        if (RequestFor(isFull: false, 0) is not { } request || Answers.Error(error, 0) is not { } answer)
        {
            return;
        }

        wire.Expected = request.With(operation, answer);
        Errors++;
        var problem = await ErrorProblemAsync(request, answer).ConfigureAwait(false);
        if (problem is null)
        {
            EqualErrors++;
        }
        else
        {
            _failures.Add(new(FailureKind.Error, $"{error.Response.Status}: {problem}"));
        }
    }

    private async Task<string?> ErrorProblemAsync(Request request, SentAnswer answer)
    {
        try
        {
            await method.CallAsync(request.Arguments, Timeout).ConfigureAwait(false);
            return $"the call succeeded with status {answer.Status}";
        }
        catch (ApiException exception)
        {
            return exception.StatusCode != answer.Status ? $"the status is {exception.StatusCode} instead of {answer.Status}: {exception.Message}"
                : ErrorOf(exception) is not { } error ? $"the error has no body: {exception.Message}"
                : Difference(answer, _values.ToJson(error.Value));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Shown(exception);
        }
    }

    /// <summary>Null for an exception without a typed body; the body itself may be null.</summary>
    private static ErrorBody? ErrorOf(ApiException exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ApiException<>))
            {
                return new ErrorBody(type.GetProperty("Error")!.GetValue(exception));
            }
        }

        return null;
    }

    /// <summary>What a call passes; null where that cannot be made.</summary>
    private Request? RequestFor(bool isFull, int variation)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var passed = new Dictionary<IndependentField, JToken>();
        JToken? body = null;
        return Arguments(arguments, passed, isFull, variation)
            && (operation.Body is not { } declared || !(declared.IsRequired || isFull) || Body(declared, arguments, isFull, variation, out body))
            ? new Request(arguments, passed, body)
            : null;
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

            var sample = Samples.Make(field.Schema, new SampleOptions { IsRequest = true, IsFull = isFull, Variation = variation, FreeText = TextFor(field), FullDepth = 2, ExtraName = field.Name + "Extra" }, $"{field.Place} parameter {field.Name}");
            if (sample is JArray { Count: 0 } or JObject { Count: 0 } && field.Place == FieldPlace.Path)
            {
                // A path cannot hold an empty list or object.
                sample = Samples.Make(field.Schema, new SampleOptions { IsRequest = true, IsFull = true, Variation = variation, FreeText = TextFor(field) }, $"{field.Place} parameter {field.Name}");
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
            if (IsEmptyForm(declared))
            {
                return true;
            }

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
                if (Samples.Make(field.Schema, sampleOptions, $"form field {field.Name}") is not { } value)
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
            sample = isPlain ? new JValue("plain text \"é\"") : content.Schema is null ? new JObject { ["key"] = "text" } : Samples.Make(content.Schema, sampleOptions, "body");
        }

        if (sample is null || !BodyArgument(ref sample, parameter, content, out var argument))
        {
            return false;
        }

        body = sample;
        arguments[parameter.Name!] = argument;
        return true;
    }

    /// <summary>An optional body of a method that reads, into which nothing could be put, needs no parameter.</summary>
    private bool IsEmptyForm(IndependentBody declared) => operation.Method is "GET" or "HEAD" && !declared.IsRequired && declared.Contents.All(content =>
        content.Schema?.ActualSchema is { AdditionalPropertiesSchema: null, AllOf.Count: 0, OneOf.Count: 0, AnyOf.Count: 0 } schema && schema.ActualProperties.Count == 0);

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
            _ => Difference(answer, _values.ToJson(body)),
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

    /// <summary>A list that is empty leaves no trace in XML, but may be read as one where it must be there.</summary>
    private static string? Difference(SentAnswer answer, JToken read)
        => JsonEquality.Difference(answer.Json!, answer.MediaType is { } mediaType && MediaTypes.IsXml(mediaType) ? XmlTree.WithoutNothing(read) : read);

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
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

    private sealed record ErrorBody(object? Value);

    private sealed record Request(IReadOnlyDictionary<string, object?> Arguments, IReadOnlyDictionary<IndependentField, JToken> Values, JToken? Body)
    {
        public Exchange With(IndependentOperation operation, SentAnswer answer) => new() { Operation = operation, Values = Values, Body = Body, Answer = answer };
    }
}
