using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Differential;

/// <summary>Our model as facts.</summary>
internal static class ModelFacts
{
    public static Facts Of(ApiDescription description)
    {
        var facts = new Facts();
        var schemas = new ModelSchemaFacts(facts, description);
        foreach (var named in description.Schemas)
        {
            if (IsComponent(named.Pointer))
            {
                schemas.Add(named.Schema, named.Pointer);
            }
        }

        facts.AddSet("#/servers", "urls", description.Servers.Select(server => server.Url));
        foreach (var scheme in description.SecuritySchemes)
        {
            facts.Add("#/securitySchemes/" + JsonPointer.Escape(scheme.WireName), "exists", true);
            facts.Add("#/securitySchemes/" + JsonPointer.Escape(scheme.WireName), "name", scheme.ParameterName);
        }

        foreach (var operation in description.Operations)
        {
            AddOperation(operation, facts, schemas);
        }

        return facts;
    }

    /// <summary>A direct child of the map of named schemas, not a schema inside one.</summary>
    private static bool IsComponent(string pointer)
    {
        var slash = pointer.LastIndexOf('/');
        return slash > 0 && pointer[..slash] is "#/components/schemas" or "#/definitions";
    }

    private static void AddOperation(Operation operation, Facts facts, ModelSchemaFacts schemas)
    {
        var place = $"#/paths/{JsonPointer.Escape(operation.Path)}/{operation.Method.ToLowerInvariant()}";
        facts.Add(place, "exists", true);
        facts.Add(place, "operationId", operation.OperationId);
        facts.Add(place, "summary", operation.Summary);
        facts.Add(place, "description", operation.Description);
        facts.Add(place, "deprecated", operation.IsDeprecated);
        facts.AddSet(place, "tags", operation.Tags);
        facts.AddSet(place, "security", operation.Security.Select(alternative => string.Join('+', alternative.Schemes.Select(scheme => scheme.WireName).Order(StringComparer.Ordinal))));
        foreach (var parameter in operation.Parameters)
        {
            AddParameter(parameter, place, facts, schemas);
        }

        if (operation.RequestBody is { } body)
        {
            facts.Add(place + "/requestBody", "required", body.IsRequired);
            AddContent(body.Content, place + "/requestBody", facts, schemas);
        }

        foreach (var response in operation.Responses)
        {
            var responsePlace = $"{place}/responses/{response.Status}";
            facts.Add(responsePlace, "exists", true);
            AddContent(response.Content, responsePlace, facts, schemas);
            foreach (var header in response.Headers)
            {
                var headerPlace = $"{responsePlace}/headers/{JsonPointer.Escape(header.WireName)}";
                facts.Add(headerPlace, "exists", true);
                schemas.Add(header.Schema, headerPlace + "/schema");
            }
        }
    }

    private static void AddParameter(Parameter parameter, string operation, Facts facts, ModelSchemaFacts schemas)
    {
        var place = $"{operation}/parameters/{parameter.In.ToString().ToLowerInvariant()} {JsonPointer.Escape(parameter.WireName)}";
        facts.Add(place, "required", parameter.IsRequired);
        facts.Add(place, "style", parameter.Style.ToString());
        facts.Add(place, "explode", parameter.Explode);
        facts.Add(place, "description", parameter.Description);
        schemas.Add(parameter.Schema, place + "/schema");
    }

    private static void AddContent(EquatableArray<MediaType> content, string owner, Facts facts, ModelSchemaFacts schemas)
    {
        foreach (var mediaType in content)
        {
            var place = $"{owner}/content/{JsonPointer.Escape(mediaType.Name)}";
            facts.Add(place, "exists", true);
            if (mediaType.Schema is { } schema)
            {
                schemas.Add(schema, place + "/schema");
            }
        }
    }
}
