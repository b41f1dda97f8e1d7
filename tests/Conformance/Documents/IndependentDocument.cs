using System.Text.RegularExpressions;
using Newtonsoft.Json;
using NJsonSchema;
using NSwag;

namespace Specwright.Conformance;

/// <summary>A description as NSwag reads it.</summary>
internal sealed partial class IndependentDocument
{
    private IndependentDocument(OpenApiDocument document, PreparedDocument prepared)
    {
        SchemaType = document.SchemaType;
        Reader = prepared.IsLowered ? "NSwag, schemas lowered to 3.0" : "NSwag";
        LeftOutPatterns = prepared.LeftOutPatterns;
        var components = prepared.IsSwagger ? document.Definitions : document.Components.Schemas;
        foreach (var schema in components.Values)
        {
            if (schema.ExtensionData?.TryGetValue(PreparedDocument.ComponentName, out var name) == true && name is string text)
            {
                Components[text] = schema;
            }
        }

        var operations = document.Operations.Select(description => Operation(description, document)).ToLookup(operation => prepared.Webhooks.ContainsKey(operation.Path));
        Operations = [.. operations[false]];
        Webhooks = [.. operations[true].Select(operation => new IndependentWebhook(prepared.Webhooks[operation.Path].Pointer, operation.Body))];
    }

    public SchemaType SchemaType { get; }

    /// <summary>How the document was read, for the table.</summary>
    public string Reader { get; }

    /// <summary>Which of the wrong patterns the document has.</summary>
    public IReadOnlySet<string> LeftOutPatterns { get; }

    /// <summary>By their names in the document.</summary>
    public Dictionary<string, JsonSchema> Components { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<IndependentOperation> Operations { get; }

    /// <summary>Requests that the server sends.</summary>
    public IReadOnlyList<IndependentWebhook> Webhooks { get; }

    /// <param name="text">Of the description.</param>
    /// <param name="isJson">Else it is YAML.</param>
    /// <param name="wrongPatterns">Patterns that the document itself does not keep to: they are left out.</param>
    public static async Task<IndependentDocument> ReadAsync(string text, bool isJson, IReadOnlyCollection<string> wrongPatterns)
    {
        var prepared = PreparedDocument.From(YamlText.Parse(text, isJson), wrongPatterns);
        var json = prepared.Json.ToString(Formatting.None);
        var document = await OpenApiDocument.FromJsonAsync(json, null, prepared.IsSwagger ? SchemaType.Swagger2 : SchemaType.OpenApi3).ConfigureAwait(false);
        return new IndependentDocument(document, prepared);
    }

    private static IndependentOperation Operation(OpenApiOperationDescription description, OpenApiDocument document)
    {
        var operation = description.Operation;
        var fields = new List<IndependentField>();
        var formFields = new List<IndependentField>();
        OpenApiParameter? swaggerBody = null;
        foreach (var parameter in operation.Parameters.Select(parameter => parameter.ActualParameter))
        {
            switch (parameter.Kind)
            {
                case OpenApiParameterKind.Body:
                    swaggerBody = parameter;
                    break;
                case OpenApiParameterKind.FormData:
                    formFields.Add(Field(parameter, FieldPlace.Query, document));
                    break;
                default:
                    var place = parameter.Kind switch
                    {
                        OpenApiParameterKind.Path => FieldPlace.Path,
                        OpenApiParameterKind.Header => FieldPlace.Header,
                        OpenApiParameterKind.Cookie => FieldPlace.Cookie,
                        _ => FieldPlace.Query,
                    };
                    if (!fields.Any(field => field.Place == place && string.Equals(field.Name, parameter.Name.Trim(), place == FieldPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
                    {
                        fields.Add(Field(parameter, place, document));
                    }

                    break;
            }
        }

        // What the path names is needed, declared or not.
        foreach (Match name in PathNames().Matches(description.Path.Split('#')[0]))
        {
            // A query parameter gives what '?query={query}' names.
            var isGiven = description.Path.IndexOf('?', StringComparison.Ordinal) is var question && question >= 0 && question < name.Index && fields.Any(field => field.Place == FieldPlace.Query && field.Name == name.Groups[1].Value);
            if (!isGiven && !fields.Any(field => field.Place == FieldPlace.Path && field.Name == name.Groups[1].Value))
            {
                fields.Add(new(name.Groups[1].Value, FieldPlace.Path, IsRequired: true, FieldStyle.Simple, Explode: false, new JsonSchema { Type = JsonObjectType.String }));
            }
        }

        return new IndependentOperation
        {
            Method = description.Method.ToUpperInvariant(),
            Path = description.Path,
            OperationId = operation.OperationId,
            Fields = fields,
            Body = Body(operation, swaggerBody, formFields, document),
            Responses = [.. operation.ActualResponses.Select(response => Response(response.Key, response.Value, operation, document))],
            Security = [.. (operation.Security ?? document.Security ?? []).Select(requirement => Alternative(requirement, document))],
            Servers = [.. (operation.Servers ?? []).Select(server => server.Url)],
        };
    }

    private static IndependentField Field(OpenApiParameter parameter, FieldPlace place, OpenApiDocument document)
    {
        var isRequired = parameter.IsRequired || place == FieldPlace.Path;
        if (document.SchemaType == SchemaType.Swagger2)
        {
            // Swagger 2.0, Parameter Object: "collectionFormat", csv unless said.
            var list = parameter.CollectionFormat switch
            {
                OpenApiParameterCollectionFormat.Ssv => FieldStyle.Space,
                OpenApiParameterCollectionFormat.Tsv => FieldStyle.Tab,
                OpenApiParameterCollectionFormat.Pipes => FieldStyle.Pipe,
                _ => place is FieldPlace.Path or FieldPlace.Header ? FieldStyle.Simple : FieldStyle.Form,
            };
            return new(parameter.Name.Trim(), place, isRequired, list, parameter.CollectionFormat == OpenApiParameterCollectionFormat.Multi, parameter);
        }

        var style = parameter.Style switch
        {
            OpenApiParameterStyle.Label => FieldStyle.Label,
            OpenApiParameterStyle.Matrix => FieldStyle.Matrix,
            OpenApiParameterStyle.Form => FieldStyle.Form,
            OpenApiParameterStyle.SpaceDelimeted => FieldStyle.Space,
            OpenApiParameterStyle.PipeDelimited => FieldStyle.Pipe,
            OpenApiParameterStyle.DeepObject => FieldStyle.DeepObject,
            _ => FieldStyle.Simple,
        };
        if (parameter.ExtensionData?.TryGetValue(PreparedDocument.ContentMediaType, out var mediaType) == true && MediaTypes.IsJson((string)mediaType))
        {
            style = FieldStyle.Json;
        }

        return new(parameter.Name.Trim(), place, isRequired, style, parameter.Explode, parameter.Schema ?? parameter);
    }

    private static IndependentBody? Body(OpenApiOperation operation, OpenApiParameter? swaggerBody, List<IndependentField> formFields, OpenApiDocument document)
    {
        if (document.SchemaType != SchemaType.Swagger2)
        {
            return operation.RequestBody is { Content.Count: > 0 } body
                ? new(body.IsRequired, [.. body.Content.Select(content => Content(content.Key, content.Value))])
                : null;
        }

        var consumes = (operation.Consumes ?? document.Consumes)?.ToList() ?? [];
        if (swaggerBody is not null)
        {
            var types = consumes.Count > 0 ? consumes : ["application/json"];
            return new(swaggerBody.IsRequired, [.. types.Select(type => new IndependentContent(type, swaggerBody.Schema, [], NoMediaTypes))]);
        }

        if (formFields.Count == 0)
        {
            return null;
        }

        var forms = consumes.Where(type => MediaTypes.IsForm(type) || MediaTypes.IsMultipart(type)).ToList();
        if (forms.Count == 0)
        {
            forms = ["application/x-www-form-urlencoded", "multipart/form-data"];
        }

        return new(formFields.Any(field => field.IsRequired), [.. forms.Select(type => new IndependentContent(type, null, formFields, NoMediaTypes))]);
    }

    private static Dictionary<string, string> NoMediaTypes { get; } = [];

    private static IndependentContent Content(string mediaType, OpenApiMediaType content)
    {
        var fields = new List<IndependentField>();
        var memberTypes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (content.Encoding is { Count: > 0 } && content.Schema is { } schema)
        {
            foreach (var (name, encoding) in content.Encoding)
            {
                if (encoding.EncodingType is { } type)
                {
                    memberTypes[name] = type;
                }

                if (encoding.Style is { } style)
                {
                    var fieldStyle = style switch
                    {
                        "spaceDelimited" => FieldStyle.Space,
                        "pipeDelimited" => FieldStyle.Pipe,
                        "deepObject" => FieldStyle.DeepObject,
                        _ => FieldStyle.Form,
                    };
                    fields.Add(new(name, FieldPlace.Query, IsRequired: false, fieldStyle, encoding.Explode, schema));
                }
            }
        }

        return new(mediaType, content.Schema, fields, memberTypes);
    }

    private static IndependentResponse Response(string status, OpenApiResponse response, OpenApiOperation operation, OpenApiDocument document)
    {
        if (document.SchemaType != SchemaType.Swagger2)
        {
            return new(status.ToUpperInvariant() == "DEFAULT" ? "default" : status.ToUpperInvariant(), [.. (response.Content ?? new Dictionary<string, OpenApiMediaType>()).Select(content => Content(content.Key, content.Value))]);
        }

        if (response.Schema is not { } schema)
        {
            return new(status, []);
        }

        var produces = (operation.Produces ?? document.Produces)?.ToList() ?? [];
        var types = produces.Count > 0 ? produces : ["application/json"];
        return new(status, [.. types.Select(type => new IndependentContent(type, schema, [], NoMediaTypes))]);
    }

    private static List<IndependentCredential> Alternative(OpenApiSecurityRequirement requirement, OpenApiDocument document) =>
    [
        .. requirement.Keys
            .Where(name => document.SecurityDefinitions.ContainsKey(name))
            .Select(name => Credential(name, document.SecurityDefinitions[name])),
    ];

    private static IndependentCredential Credential(string name, OpenApiSecurityScheme scheme) => scheme.Type switch
    {
        OpenApiSecuritySchemeType.ApiKey => new(
            name,
            scheme.In switch
            {
                OpenApiSecurityApiKeyLocation.Header => FieldPlace.Header,
                OpenApiSecurityApiKeyLocation.Cookie => FieldPlace.Cookie,
                _ => FieldPlace.Query,
            },
            scheme.Name,
            ""),
        OpenApiSecuritySchemeType.Basic => new(name, FieldPlace.Header, "Authorization", "Basic "),
        OpenApiSecuritySchemeType.Http when scheme.Scheme?.ToUpperInvariant() == "BASIC" => new(name, FieldPlace.Header, "Authorization", "Basic "),
        OpenApiSecuritySchemeType.Http when scheme.Scheme?.ToUpperInvariant() != "BEARER" => new(name, null, "", ""),
        _ => new(name, FieldPlace.Header, "Authorization", "Bearer "),
    };

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex PathNames();
}
