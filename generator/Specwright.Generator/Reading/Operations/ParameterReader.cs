using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Parameters of an operation: those of its path item and its own, references followed.</summary>
internal sealed class ParameterReader(DescriptionContext context)
{
    /// <summary>OpenAPI 3, Parameter Object: definitions of these header fields are ignored.</summary>
    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    /// <summary>Nobody passes more, and each is an argument of a C# method.</summary>
    private const int MaxParameters = 1_000;

    private readonly Dictionary<ObjectNode, Parameter?> _read = [];

    /// <summary>
    /// Parameter Objects in order, path item first; one of the operation with the same name and place takes the other's position.
    /// In a 2.0 description bodies and form fields are among them.
    /// </summary>
    public IReadOnlyList<ObjectNode> Collect(ObjectNode pathItem, ObjectNode operation)
    {
        var shared = pathItem.ItemsOf("parameters");
        var own = operation.ItemsOf("parameters");
        if (shared.Count + own.Count > MaxParameters)
        {
            context.Findings.Add(Problem.Of(Rules.LimitExceeded, operation, "1,000 parameters of one operation", $"it has {(shared.Count + own.Count).ToString("N0", CultureInfo.InvariantCulture)}"));
            return [];
        }

        var parameters = new List<ObjectNode>();
        var positions = new Dictionary<(string, string), int>();
        var seen = new HashSet<(string, string)>();
        foreach (var node in shared.Concat(own))
        {
            if (own.Count > 0 && ReferenceEquals(node, own[0]))
            {
                // What the operation says again takes the place of what the path item says; within one list it is a mistake.
                seen.Clear();
            }

            if (context.Resolve(node, "parameter") is not { } parameter)
            {
                continue;
            }

            var key = (parameter.TextOf("name") ?? "", parameter.TextOf("in") ?? "");
            if (!seen.Add(key))
            {
                context.Findings.Add(Problem.Broken(node, $"The parameter '{key.Item1}' ({key.Item2}) stands twice in one list; this one counts, the one before is left out"));
            }

            if (positions.TryGetValue(key, out var position))
            {
                parameters[position] = parameter;
            }
            else
            {
                positions.Add(key, parameters.Count);
                parameters.Add(parameter);
            }
        }

        return parameters;
    }

    /// <summary>The parameter, or null when it is ignored, belongs to a 2.0 body, or cannot be represented.</summary>
    /// <remarks>Each is read once, whatever the number of operations that share it.</remarks>
    public Parameter? Read(ObjectNode node)
    {
        if (!_read.TryGetValue(node, out var parameter))
        {
            _read.Add(node, parameter = ReadOnce(node));
        }

        return parameter;
    }

    private Parameter? ReadOnce(ObjectNode node)
    {
        var name = node.TextOf("name");
        var location = node.TextOf("in");
        if (string.IsNullOrEmpty(name) || location is null)
        {
            context.Findings.Add(Problem.Broken(node, "The parameter has no 'name' or no 'in'; it is left out"));
            return null;
        }

        if (context.IsVersion2 && location is "body" or "formData")
        {
            return null;
        }

        // A path cannot be sent without its parameters.
        if (Hiding.Hides(node) && location != "path")
        {
            return null;
        }

        if (LocationOf(location) is not { } @in)
        {
            context.Findings.Add(Problem.Of(Rules.ParameterUnsupported, node, name!, location, "it is left out"));
            return null;
        }

        if (@in == ParameterLocation.Header && IgnoredHeaders.Contains(name!))
        {
            context.Findings.Add(Problem.Of(Rules.HeaderParameterIgnored, node, name!));
            return null;
        }

        var content = node.MembersOf("content").FirstOrDefault();
        var (style, explode) = StyleOf(node, @in);
        var numbers = context.IsVersion2 && node["schema"] is null ? node : node["schema"] is { } schema ? context.Resolve(schema, "schema") : null;
        return new Parameter
        {
            Pointer = node.Pointer,
            // A blank at an end of a field name is a slip that would cost the operation: no field can have it (RFC 9110, 5.1).
            WireName = @in == ParameterLocation.Header ? name!.Trim() : name!,
            ChosenName = node.TextOf("x-specwright-name"),
            IsIdempotencyKey = node.TruthOf("x-specwright-idempotency-key"),
            In = @in,
            Description = node.TextOf("description"),
            IsRequired = @in == ParameterLocation.Path || node.IsTrue("required"),
            IsDeprecated = node.IsTrue("deprecated"),
            Style = style,
            Explode = explode,
            AllowReserved = node.IsTrue("allowReserved"),
            Default = IntegerOf(numbers?.TextOf("default")),
            Minimum = IntegerOf(numbers?.TextOf("minimum")),
            Schema = ReadSchema(node, content),
            ContentMediaType = content?.Name,
        };
    }

    /// <summary>The schema of a parameter or header: under <c>schema</c>, under <c>content</c> or, in 2.0, the object itself.</summary>
    public Schema ReadSchema(ObjectNode node, Node? content)
    {
        if (context.IsVersion2 && node["schema"] is null)
        {
            // Name and text belong to the parameter here, not to a type.
            return context.Schemas.ReadInPlace(node) with { Description = null, ChosenName = null };
        }

        var schema = content is null ? node["schema"] : context.Resolve(content, "media type")?["schema"];
        return schema is null ? new AnySchema { Pointer = node.Pointer + "/schema" } : context.Schemas.Read(schema);
    }

    /// <summary>Null for a name that is no style.</summary>
    public static ParameterStyle? StyleNamed(string? name) => name switch
    {
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "form" or "cookie" => ParameterStyle.Form,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        _ => null,
    };

    /// <summary>OpenAPI 2.0's way to say how a list stands.</summary>
    public static (ParameterStyle Style, bool Explode) StyleOfCollection(string? collectionFormat, ParameterStyle ordinary) => collectionFormat switch
    {
        "ssv" => (ParameterStyle.SpaceDelimited, false),
        "tsv" => (ParameterStyle.TabDelimited, false),
        "pipes" => (ParameterStyle.PipeDelimited, false),
        "multi" => (ParameterStyle.Form, true),
        _ => (ordinary, false),
    };

    private static long? IntegerOf(string? text)
        => long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ParameterLocation? LocationOf(string location) => location switch
    {
        "path" => ParameterLocation.Path,
        "query" => ParameterLocation.Query,
        "header" => ParameterLocation.Header,
        "cookie" => ParameterLocation.Cookie,
        _ => null,
    };

    private (ParameterStyle Style, bool Explode) StyleOf(ObjectNode node, ParameterLocation @in)
    {
        var ordinary = @in is ParameterLocation.Query or ParameterLocation.Cookie ? ParameterStyle.Form : ParameterStyle.Simple;
        if (context.IsVersion2)
        {
            return StyleOfCollection(node.TextOf("collectionFormat"), ordinary);
        }

        var style = StyleNamed(node.TextOf("style")) ?? ordinary;
        if (!IsStyleOf(style, @in))
        {
            context.Findings.Add(Problem.Broken(node["style"]!, $"The style '{node.TextOf("style")}' is none of a {node.TextOf("in")} parameter; the value is sent as {(ordinary == ParameterStyle.Form ? "form" : "simple")} has it, with commas where the style named has them"));
            // What is named still tells one field from several.
            return (ordinary, node.TruthOf("explode") ?? false);
        }

        return (style, node.TruthOf("explode") ?? style == ParameterStyle.Form);
    }

    /// <summary>OpenAPI 3, "Style Values".</summary>
    private static bool IsStyleOf(ParameterStyle style, ParameterLocation @in) => @in switch
    {
        ParameterLocation.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
        ParameterLocation.Header => style == ParameterStyle.Simple,
        ParameterLocation.Query => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
        _ => style == ParameterStyle.Form,
    };
}
