using System.Text.Json.Nodes;

namespace Specwright.Fuzzing.Mutation;

/// <summary>Changes of operations, parameters, bodies, security and versions.</summary>
internal static class OperationMutations
{
    private static readonly string[] MediaTypes =
    [
        "application/json", "application/problem+json", "application/vnd.a.b+json; version=1", "text/json", "application/xml", "text/xml", "application/atom+xml", "text/plain", "text/html; charset=utf-8", "text/*", "*/*", "application/*", "application/octet-stream", "image/png", "application/pdf",
        "application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed", "multipart/related", "text/event-stream", "application/x-ndjson", "application/jsonl", "application/json-seq", "application/stream+json", "application/yaml", "", "json", "a/b/c", "Application/JSON", "application/json;", "application/json;charset=\"", "text/csv", "application/jose", "\"*/", "a b/c",
    ];

    public static string? Keyword(MutationContext context)
    {
        if (context.Slot(slot => slot.Node is JsonObject && (slot.Keyword is "parameters" or "get" or "put" or "post" or "delete" or "patch" || slot.Pointer.Contains("securitySchemes/", StringComparison.Ordinal))) is not { } slot)
        {
            return null;
        }

        var (keyword, value) = KeywordTable.Choose(context, slot);
        ((JsonObject)slot.Node!)[keyword] = value;
        return $"{slot.Pointer} {keyword}: {value?.ToJsonString() ?? "null"}";
    }

    public static string? AddParameter(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        var location = context.Choose(["query", "header", "path", "cookie", "querystring", "formData", "body"]);
        var parameter = new JsonObject { ["name"] = ExoticNames.Choose(context), ["in"] = location };
        if (context.Chance(2))
        {
            parameter["style"] = context.Choose(["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"]);
            parameter["explode"] = context.Chance(2);
        }

        if (context.Chance(2))
        {
            parameter["required"] = true;
        }

        var schema = context.SomeSchema();
        if (context.IsVersion2 && location != "body" && schema is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                parameter.TryAdd(name, value?.DeepClone());
            }
        }
        else if (context.Chance(6))
        {
            parameter["content"] = new JsonObject { [context.Choose(MediaTypes)] = new JsonObject { ["schema"] = schema } };
        }
        else
        {
            parameter["schema"] = schema;
        }

        var operation = (JsonObject)slot.Node!;
        if (operation["parameters"] is not JsonArray list)
        {
            operation["parameters"] = list = [];
        }

        list.Add(parameter);
        return $"{slot.Pointer} {location} '{parameter["name"]}'";
    }

    public static string? AddBody(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        ((JsonObject)slot.Node!)["requestBody"] = new JsonObject { ["required"] = context.Chance(2), ["content"] = Content(context) };
        return slot.Pointer;
    }

    public static string? AddResponse(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        var operation = (JsonObject)slot.Node!;
        if (operation["responses"] is not JsonObject responses)
        {
            operation["responses"] = responses = [];
        }

        var status = context.Choose(["200", "201", "202", "204", "206", "2XX", "302", "400", "404", "4XX", "500", "5xx", "default", "1XX", "600", "x"]);
        var response = new JsonObject { ["description"] = "d", ["content"] = Content(context) };
        if (context.IsVersion2)
        {
            response["schema"] = context.SomeSchema();
        }

        if (context.Chance(2))
        {
            response["headers"] = new JsonObject
            {
                [ExoticNames.Choose(context)] = new JsonObject { ["schema"] = context.SomeSchema(), ["required"] = context.Chance(2) },
                [context.Choose(["Link", "X-Total", "Retry-After", "ETag", "X-Next-Cursor", "Status", "Body"])] = new JsonObject { ["schema"] = context.SomeSchema() },
            };
        }

        responses[status] = response;
        return $"{slot.Pointer} {status}";
    }

    public static string? MediaType(MutationContext context)
    {
        if (context.Slot(slot => slot.Name == "content" && slot.Node is JsonObject { Count: > 0 }) is not { } slot)
        {
            return null;
        }

        var content = (JsonObject)slot.Node!;
        var name = context.Choose(MediaTypes);
        content[name] = content.First().Value?.DeepClone();
        if (context.Chance(2))
        {
            content.Remove(content.First().Key);
        }

        return $"{slot.Pointer} {name}";
    }

    public static string? AddPath(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        if (context.Root["paths"] is not JsonObject paths)
        {
            context.Root["paths"] = paths = [];
        }

        var path = context.Choose(["/", "//", "/a", "/A", "/{a}", "/{}", "/{a}/{a}", "/{a-b}.{c}", "/a?b={c}", "/a#b", "/a b", "/é/{名}", "/{a", "/a}", "/{{a}}", "/%7Ba%7D", "/*/", "/\"", "/{class}", "/$batch", "/a(b={c},d='{e}')", "/a/:b", "/{a*}", "/" + ExoticNames.Choose(context), "/x/{" + ExoticNames.Choose(context) + "}"]);
        paths[path] = new JsonObject { [context.Choose(["get", "post", "put", "delete", "patch", "head", "options", "trace", "query"])] = slot.Node!.DeepClone() };
        return path;
    }

    public static string? Identity(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        var operation = (JsonObject)slot.Node!;
        var name = ExoticNames.Choose(context);
        switch (context.Random.Next(4))
        {
            case 0:
                operation.Remove("operationId");
                return slot.Pointer + " without operationId";
            case 1:
                operation["tags"] = new JsonArray(name, "a");
                return $"{slot.Pointer} tag '{name}'";
            case 2 when context.Operation() is { Node: JsonObject other }:
                operation["operationId"] = other["operationId"]?.DeepClone();
                return slot.Pointer + " with another's operationId";
            default:
                operation["operationId"] = name;
                return $"{slot.Pointer} operationId '{name}'";
        }
    }

    public static string? Version(MutationContext context)
    {
        var version = context.Choose(["2.0", "3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.2.0", "3.3.0", "4.0.0", "3", "1.2", ""]);
        context.Root.Remove("swagger");
        context.Root.Remove("openapi");
        context.Root.Insert(0, version == "2.0" ? "swagger" : "openapi", version);
        if (version == "2.0" && context.Root["definitions"] is null && (context.Root["components"] as JsonObject)?["schemas"]?.DeepClone() is { } schemas)
        {
            context.Root["definitions"] = schemas;
        }
        else if (version.StartsWith('3') && context.Root["components"] is null && context.Root["definitions"]?.DeepClone() is { } definitions)
        {
            context.Root["components"] = new JsonObject { ["schemas"] = definitions };
        }

        return version;
    }

    public static string? Security(MutationContext context)
    {
        var name = ExoticNames.Choose(context);
        var owner = context.IsVersion2 ? context.Root : context.Root["components"] as JsonObject;
        if (owner is null)
        {
            context.Root["components"] = owner = [];
        }

        var keyword = context.IsVersion2 ? "securityDefinitions" : "securitySchemes";
        if (owner[keyword] is not JsonObject schemes)
        {
            owner[keyword] = schemes = [];
        }

        var scheme = new JsonObject();
        for (var count = 1 + context.Random.Next(5); count > 0; count--)
        {
            var (key, value) = KeywordTable.Choose(context, new NodeSlot(schemes, name, 0, "#/components/securitySchemes/a"));
            scheme[key] = value;
        }

        schemes[name] = scheme;
        var required = new JsonArray(new JsonObject { [name] = new JsonArray() });
        if (context.Chance(2))
        {
            required.Add(new JsonObject());
        }

        if (context.Chance(2) && context.Operation()?.Node is JsonObject operation)
        {
            operation["security"] = required;
        }
        else
        {
            context.Root["security"] = required;
        }

        return $"'{name}': {scheme.ToJsonString()}";
    }

    /// <summary>The same operation as a webhook or callback.</summary>
    public static string? Inbound(MutationContext context)
    {
        if (context.Operation() is not { } slot)
        {
            return null;
        }

        var name = ExoticNames.Choose(context);
        var item = new JsonObject { ["post"] = slot.Node!.DeepClone() };
        if (context.Chance(2) && context.Operation()?.Node is JsonObject operation)
        {
            operation["callbacks"] = new JsonObject { [name] = new JsonObject { [context.Choose(["{$request.body#/url}", "https://h/{$request.query.a}", ""])] = item } };
            return $"{slot.Pointer} as callback '{name}'";
        }

        if (context.Root["webhooks"] is not JsonObject webhooks)
        {
            context.Root["webhooks"] = webhooks = [];
        }

        webhooks[name] = item;
        return $"{slot.Pointer} as webhook '{name}'";
    }

    private static JsonObject Content(MutationContext context)
    {
        var content = new JsonObject();
        for (var count = 1 + context.Random.Next(3); count > 0; count--)
        {
            var mediaType = new JsonObject { [context.Chance(8) ? "itemSchema" : "schema"] = context.SomeSchema() };
            if (context.Chance(4))
            {
                mediaType["encoding"] = new JsonObject
                {
                    [ExoticNames.Choose(context)] = new JsonObject { ["contentType"] = context.Choose(MediaTypes), ["style"] = "form", ["explode"] = context.Chance(2) },
                    ["a"] = new JsonObject { ["contentType"] = "application/json", ["headers"] = new JsonObject { ["X-A"] = new JsonObject { ["schema"] = context.SomeSchema() } } },
                };
            }

            content[context.Choose(MediaTypes)] = mediaType;
        }

        return content;
    }
}
