using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Checks one request against the document and against what was passed.</summary>
internal sealed class RequestCheck(IndependentDocument document, Exchange exchange, HttpRequestMessage request)
{
    private readonly IndependentOperation _operation = exchange.Operation;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (request.Method.Method != _operation.Method)
        {
            Fail(FailureKind.Path, $"the method is {request.Method}");
        }

        var query = NamedValues.Of(QueryText());
        Guard(FailureKind.Path, () => CheckPath(query));
        CheckQuery(query);
        CheckHeaders();
        var cookies = NamedValues.OfCookies(request.Headers.TryGetValues("Cookie", out var fields) ? fields : []);
        foreach (var field in Fields(FieldPlace.Cookie))
        {
            Check(field, FailureKind.Cookie, like => cookies.Read(field, like));
        }

        CheckSecurity(query, cookies);
        foreach (var unknown in query.Rest.Distinct())
        {
            Fail(FailureKind.Query, $"'{unknown}' is no parameter of the operation");
        }

        // Some describe the whole field as a header parameter.
        var isWholeField = Fields(FieldPlace.Header).Any(field => field.Name.Equals("Cookie", StringComparison.OrdinalIgnoreCase));
        foreach (var unknown in cookies.Rest.Distinct().Where(_ => !isWholeField))
        {
            Fail(FailureKind.Cookie, $"'{unknown}' is no parameter of the operation");
        }

        await new BodyCheck(document, exchange, Fail).RunAsync(request.Content, cancellationToken).ConfigureAwait(false);
        CheckAccept();
    }

    private void Fail(FailureKind kind, string message) => exchange.Failures.Add(new(kind, message));

    private IEnumerable<IndependentField> Fields(FieldPlace place) => _operation.Fields.Where(field => field.Place == place && !_operation.MayHoldCredential(field));

    private string QueryText() => request.RequestUri!.Query.TrimStart('?');

    private void Guard(FailureKind kind, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            Fail(kind, exception.Message);
        }
    }

    /// <summary>The value must be what was passed, and valid; or absent, where nothing was passed.</summary>
    private void Check(IndependentField field, FailureKind kind, Func<JToken, JToken?> read) => Guard(kind, () =>
    {
        var isPassed = exchange.Values.TryGetValue(field, out var passed);
        var actual = read(passed ?? "");
        if (!isPassed || IsNothing(passed!, field))
        {
            // The client makes an idempotency key where the caller gives none.
            var isMade = field.Place == FieldPlace.Header && field.Name.Contains("idempotency", StringComparison.OrdinalIgnoreCase);
            if (actual is not null && isPassed is false && actual is not JObject { Count: 0 } && !isMade)
            {
                Fail(kind, $"{field.Name} was not passed, and is there");
            }

            if (!isPassed && field.IsRequired)
            {
                Fail(kind, $"{field.Name} is required, and was not passed");
            }

            return;
        }

        if (actual is null)
        {
            Fail(kind, $"{field.Name} is missing");
        }
        else if (JsonEquality.Difference(passed!, actual) is { } difference)
        {
            Fail(kind, $"{field.Name}: {difference}");
        }
        else if (SchemaCheck.Error(actual, field.Schema, document.SchemaType) is { } error && SchemaCheck.Error(passed!, field.Schema, document.SchemaType) is null)
        {
            Fail(kind, $"{field.Name}: {error}");
        }
    });

    // An empty list or object has no text in most styles.
    private static bool IsNothing(JToken value, IndependentField field)
        => value is JArray { Count: 0 } or JObject { Count: 0 } && field.Style != FieldStyle.Json;

    private void CheckPath(NamedValues query)
    {
        // The escaped form, exactly as it goes out.
        var path = request.RequestUri!.AbsolutePath;
        var template = _operation.Path.Split('#')[0];
        var question = template.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
        {
            foreach (var pair in template[(question + 1)..].Split('&'))
            {
                var parts = pair.Split('=');
                if (!parts[^1].Contains('{', StringComparison.Ordinal) && !query.Take(FieldText.Decode(parts[0])))
                {
                    Fail(FailureKind.Path, $"'{pair}' of the path is missing");
                }
            }

            template = template[..question];
        }

        var bases = _operation.Servers.Select(server => Uri.TryCreate(server, UriKind.Absolute, out var address) ? address.AbsolutePath : server).Append("/base");
        var match = bases
            .Select(start => Regex.Match(path, "^" + Regex.Escape(start.TrimEnd('/')) + Expression(template) + "$", RegexOptions.CultureInvariant))
            .FirstOrDefault(match => match.Success);
        if (match is null)
        {
            Fail(FailureKind.Path, $"{path} is not of {template}");
            return;
        }

        var names = Names(template);
        foreach (var field in Fields(FieldPlace.Path))
        {
            var index = names.IndexOf(field.Name);
            if (index >= 0)
            {
                Check(field, FailureKind.Path, like => FieldText.Value(match.Groups[index + 1].Value, field, like, FieldText.Decode));
            }
            else if (question >= 0 && _operation.Path.Contains($"={{{field.Name}}}", StringComparison.Ordinal))
            {
                query.Take(field.Name);
            }
        }
    }

    private static List<string> Names(string template) => [.. Regex.Matches(template, @"\{([^{}]*)\}").Select(match => match.Groups[1].Value)];

    private static string Expression(string template)
    {
        var expression = new StringBuilder();
        var place = 0;
        foreach (Match match in Regex.Matches(template, @"\{[^{}]*\}"))
        {
            expression.Append(Literal(template[place..match.Index]));
            expression.Append("([^/]*?)");
            place = match.Index + match.Length;
        }

        return expression.Append(Literal(template[place..])).ToString();
    }

    // A literal may be encoded or not: both mean the same.
    private static string Literal(string text) => string.Concat(text.Select(letter => letter switch
    {
        '/' => "/",
        '%' => "%",
        _ when char.IsAsciiLetterOrDigit(letter) => letter.ToString(),
        _ => $"(?:{Regex.Escape(letter.ToString())}|{Regex.Escape(Uri.EscapeDataString(letter.ToString()))})",
    }));

    private void CheckQuery(NamedValues query)
    {
        // What takes single names comes first: an exploded object may have a member of the same name.
        foreach (var field in Fields(FieldPlace.Query).OrderBy(field => field.Explode && exchange.Values.GetValueOrDefault(field) is JObject))
        {
            Check(field, FailureKind.Query, like => query.Read(field, like));
        }
    }

    private void CheckHeaders()
    {
        foreach (var field in Fields(FieldPlace.Header))
        {
            // OpenAPI 3.1.1, Parameter Object, "name": these are to be ignored.
            if (field.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION" or "CONTENT-LENGTH" or "TRANSFER-ENCODING")
            {
                continue;
            }

            Check(field, FailureKind.Header, like => Header(field.Name) is { } text
                ? FieldText.Value(text, field, like, static part => part)
                : like is JArray { Count: 0 } ? new JArray() : null);
        }
    }

    private string? Header(string name)
        => request.Headers.NonValidated.TryGetValues(name, out var values) || request.Content?.Headers.NonValidated.TryGetValues(name, out values) == true
            ? string.Join(",", values)
            : null;

    private void CheckSecurity(NamedValues query, NamedValues cookies)
    {
        if (_operation.Security.Count == 0)
        {
            return;
        }

        // Each is asked for, so that none is left over as unknown.
        var present = _operation.Security.SelectMany(alternative => alternative)
            .Distinct()
            .Where(credential => credential.Place switch
            {
                FieldPlace.Query => query.Take(credential.Field),
                FieldPlace.Cookie => cookies.Take(credential.Field),
                FieldPlace.Header => Header(credential.Field) is { } text && text.StartsWith(credential.Prefix, StringComparison.Ordinal) && text.Length > credential.Prefix.Length,
                _ => true,
            })
            .ToHashSet();
        if (!_operation.Security.Any(alternative => alternative.All(present.Contains)))
        {
            Fail(FailureKind.Security, $"no alternative is fulfilled: {string.Join(" or ", _operation.Security.Select(alternative => string.Join(" and ", alternative.Select(credential => credential.Scheme))))}");
        }
    }

    private void CheckAccept()
    {
        var declared = _operation.Responses.SelectMany(response => response.Contents).Select(content => MediaTypes.Bare(content.MediaType)).ToHashSet(StringComparer.Ordinal);
        foreach (var accepted in request.Headers.Accept.Where(accepted => declared.Count > 0 && accepted.MediaType is not null))
        {
            if (!declared.Any(type => MediaTypes.Includes(type, accepted.MediaType!) || MediaTypes.Includes(accepted.MediaType!, type)))
            {
                Fail(FailureKind.Accept, $"{accepted.MediaType} is not declared");
            }
        }
    }
}
