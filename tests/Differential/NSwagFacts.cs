using NJsonSchema;
using NSwag;

namespace Specwright.Differential;

/// <summary>NSwag's reading of a document as facts.</summary>
internal sealed class NSwagFacts
{
    /// <summary>OpenAPI 3, Parameter Object: definitions of these header fields are ignored.</summary>
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization"];

    private readonly OpenApiDocument _document;
    private readonly Facts _facts = new();
    private readonly NSwagSchemaFacts _schemas;

    private NSwagFacts(OpenApiDocument document)
    {
        _document = document;
        _schemas = new NSwagSchemaFacts(_facts, NSwagPointers.Of(document), Version2);
    }

    private bool Version2 => _document.SchemaType == SchemaType.Swagger2;

    public static async Task<Facts> ReadAsync(string fileName, string text)
    {
        var document = await OpenApiDocument.FromJsonAsync(NSwagText.Of(fileName, text));
        var reading = new NSwagFacts(document);
        reading.AddAll();
        return reading._facts;
    }

    internal static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void AddAll()
    {
        foreach (var (name, schema) in _document.Definitions)
        {
            _schemas.Add(schema, (Version2 ? "#/definitions/" : "#/components/schemas/") + Escape(name));
        }

        if (Version2)
        {
            // Put together from host, base path and schemes by both.
            _facts.SayNothing("#/servers", "urls");
        }

        _facts.AddSet("#/servers", "urls", _document.Servers.Select(server => server.Url));
        foreach (var (name, scheme) in _document.Components.SecuritySchemes)
        {
            _facts.Add("#/securitySchemes/" + Escape(name), "exists", true);
            _facts.Add("#/securitySchemes/" + Escape(name), "name", scheme.Type == OpenApiSecuritySchemeType.ApiKey ? scheme.Name : null);
        }

        foreach (var (path, item) in _document.Paths)
        {
            if (path.StartsWith('/'))
            {
                foreach (var (method, operation) in item.ActualPathItem)
                {
                    AddOperation($"#/paths/{Escape(path)}/{method.ToLowerInvariant()}", operation, item.ActualPathItem);
                }
            }
        }
    }

    private void AddOperation(string place, OpenApiOperation operation, OpenApiPathItem item)
    {
        _facts.Add(place, "exists", true);
        _facts.Add(place, "operationId", operation.OperationId);
        _facts.Add(place, "summary", operation.Summary);
        _facts.Add(place, "description", operation.Description);
        _facts.Add(place, "deprecated", operation.IsDeprecated);
        _facts.AddSet(place, "tags", operation.Tags);
        _facts.AddSet(place, "security", (operation.Security ?? _document.Security)
            .Where(alternative => alternative.Keys.All(_document.Components.SecuritySchemes.ContainsKey))
            .Select(alternative => string.Join('+', alternative.Keys.Order(StringComparer.Ordinal))));
        var own = operation.Parameters.Select(parameter => parameter.ActualParameter).ToList();
        var shared = item.Parameters.Select(parameter => parameter.ActualParameter).Where(candidate => !own.Any(parameter => parameter.Name == candidate.Name && parameter.Kind == candidate.Kind));

        // One without a name cannot be sent.
        var parameters = shared.Concat(own).Where(parameter => !string.IsNullOrEmpty(parameter.Name)).ToList();
        foreach (var parameter in parameters)
        {
            if (parameter.Kind is OpenApiParameterKind.Path or OpenApiParameterKind.Query or OpenApiParameterKind.Cookie
                || (parameter.Kind == OpenApiParameterKind.Header && !IgnoredHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)))
            {
                AddParameter(place, parameter);
            }
        }

        if (Version2)
        {
            AddVersion2Body(place + "/requestBody", operation, parameters);
        }
        else if (operation.RequestBody is { } body)
        {
            _facts.Add(place + "/requestBody", "required", body.IsRequired);
            AddContent(place + "/requestBody", body.Content);
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (!status.StartsWith("x-", StringComparison.Ordinal))
            {
                AddResponse($"{place}/responses/{(status == "default" ? status : status.ToUpperInvariant())}", operation, response.ActualResponse);
            }
        }
    }

    private void AddParameter(string operation, OpenApiParameter parameter)
    {
        var place = $"{operation}/parameters/{parameter.Kind.ToString().ToLowerInvariant()} {Escape(NameOf(parameter))}";
        var style = StyleOf(parameter);
        _facts.Add(place, "required", parameter.IsRequired || parameter.Kind == OpenApiParameterKind.Path);
        _facts.Add(place, "style", style);
        _facts.Add(place, "description", parameter.Description);
        if (Version2)
        {
            _facts.Add(place, "explode", parameter.CollectionFormat == OpenApiParameterCollectionFormat.Multi);
        }
        else if (parameter.Explode || style != "Form")
        {
            _facts.Add(place, "explode", parameter.Explode);
        }
        else
        {
            // False where the keyword is absent, though the default of this style is true.
            _facts.SayNothing(place, "explode");
        }

        if (Version2)
        {
            _schemas.AddWithoutDescription(parameter, place + "/schema");
        }
        else if (parameter.Schema is { } schema)
        {
            _schemas.Add(schema, place + "/schema");
        }
        else
        {
            // It has no 'content' of a parameter.
            _facts.SayNothingBelow(place + "/schema");
        }
    }

    /// <summary>The name of a header field has no white space around it, whatever a publisher typed.</summary>
    private static string NameOf(OpenApiParameter parameter) => parameter.Kind == OpenApiParameterKind.Header ? parameter.Name.Trim() : parameter.Name;

    private static string StyleOf(OpenApiParameter parameter)
    {
        var ordinary = parameter.Kind is OpenApiParameterKind.Query or OpenApiParameterKind.Cookie ? "Form" : "Simple";
        return parameter.CollectionFormat switch
        {
            OpenApiParameterCollectionFormat.Ssv => "SpaceDelimited",
            OpenApiParameterCollectionFormat.Tsv => "TabDelimited",
            OpenApiParameterCollectionFormat.Pipes => "PipeDelimited",
            OpenApiParameterCollectionFormat.Multi => "Form",
            _ => parameter.Style switch
            {
                OpenApiParameterStyle.Undefined => ordinary,
                OpenApiParameterStyle.SpaceDelimeted => "SpaceDelimited",
                var style => style.ToString(),
            },
        };
    }

    private void AddVersion2Body(string place, OpenApiOperation operation, List<OpenApiParameter> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter.Kind == OpenApiParameterKind.Body) is { } body)
        {
            _facts.Add(place, "required", body.IsRequired);
            foreach (var mediaType in OrJson(operation.ActualConsumes))
            {
                var content = $"{place}/content/{Escape(mediaType)}";
                _facts.Add(content, "exists", true);
                if (body.Schema is { } schema)
                {
                    _schemas.Add(schema, content + "/schema");
                }
            }

            return;
        }

        var fields = parameters.Where(parameter => parameter.Kind == OpenApiParameterKind.FormData).ToList();
        if (fields.Count > 0)
        {
            _facts.Add(place, "required", fields.Any(field => field.IsRequired));
            // Which media type a form without 'consumes' has is for each reader to say.
            _facts.SayNothingBelow(place + "/content");
        }
    }

    private void AddResponse(string place, OpenApiOperation operation, OpenApiResponse response)
    {
        _facts.Add(place, "exists", true);
        if (!Version2)
        {
            AddContent(place, response.Content);
        }
        else if (response.Schema is { } schema)
        {
            foreach (var mediaType in OrJson(operation.ActualProduces))
            {
                var content = $"{place}/content/{Escape(mediaType)}";
                _facts.Add(content, "exists", true);
                _schemas.Add(schema, content + "/schema");
            }
        }

        foreach (var (name, header) in response.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var headerPlace = $"{place}/headers/{Escape(name)}";
            _facts.Add(headerPlace, "exists", true);
            var actual = header.ActualParameter;
            if (Version2)
            {
                _schemas.AddWithoutDescription(actual, headerPlace + "/schema");
            }
            else if (actual.Schema is { } headerSchema)
            {
                _schemas.Add(headerSchema, headerPlace + "/schema");
            }
            else
            {
                _facts.SayNothingBelow(headerPlace + "/schema");
            }
        }
    }

    private void AddContent(string owner, IDictionary<string, OpenApiMediaType> content)
    {
        foreach (var (name, mediaType) in content)
        {
            if (!name.StartsWith("x-", StringComparison.Ordinal))
            {
                var place = $"{owner}/content/{Escape(name)}";
                _facts.Add(place, "exists", true);
                if (mediaType?.Schema is { } schema)
                {
                    _schemas.Add(schema, place + "/schema");
                }
            }
        }
    }

    private static IEnumerable<string> OrJson(ICollection<string>? mediaTypes) => mediaTypes is { Count: > 0 } ? mediaTypes : ["application/json"];
}
