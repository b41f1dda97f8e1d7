using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;
using Specwright.Planning.Operations;

namespace Specwright.Emission.Clients;

/// <summary>Writes the method that turns arguments into a request.</summary>
internal static class RequestEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        var name = operation.Identifier;
        var request = speller.Spell(FrameworkTypes.HttpRequestMessage);
        using (body.WriteBlock(OperationSignature.Head($"private {request} Create{name}Request", OperationSignature.RequestParameters(operation, speller))))
        {
            foreach (var identifier in NeverNull(operation))
            {
                body.WriteLine($"{speller.Spell(FrameworkTypes.ArgumentNullException)}.ThrowIfNull({identifier});");
            }

            body.WriteLine($"var request = _transport.CreateRequest({operation.DescriptorField}, {WriteTarget(body, speller, operation)});");

            // The body first: some header fields belong to it.
            WriteContent(body, speller, operation.Body);
            foreach (var parameter in operation.Parameters)
            {
                WriteField(body, speller, parameter);
            }

            if (operation.Result is { } result)
            {
                body.WriteLine($"{speller.Spell(FrameworkTypes.RequestFields)}.Accept(request, {CSharpLiteral.Of(result.Accept)});");
            }

            body.WriteLine("return request;");
        }
    }

    /// <summary>Required parameters that a caller without nullable annotations could pass null for.</summary>
    private static IEnumerable<string> NeverNull(OperationPlan operation) => OperationSignature
        .InOrder(
            operation,
            parameter => parameter.Type.IsValueType ? "" : parameter.Identifier,
            content => content.Type.IsValueType || content.Type.AllowsNull ? "" : content.Identifier)
        .Where(pair => pair.IsRequired && pair.Text.Length > 0)
        .Select(pair => pair.Text);

    /// <summary>Writes what builds the target and gives the expression for it: a literal where nothing varies.</summary>
    private static string WriteTarget(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        var query = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query).ToList();
        if (query.Count == 0 && operation.Path.All(part => part.Literal is not null))
        {
            return CSharpLiteral.Of(string.Concat(operation.Path.Select(part => part.Literal)));
        }

        var target = speller.Spell(FrameworkTypes.RequestTarget);
        body.WriteLine($"var target = new {target}(stackalloc char[{target}.InitialLength]);");
        foreach (var part in operation.Path)
        {
            body.WriteLine(part.Literal is { } literal
                ? $"target.AppendLiteral({CSharpLiteral.Of(literal)});"
                : PathStatement(operation.Parameters.First(parameter => parameter.Identifier == part.ParameterIdentifier), speller));
        }

        foreach (var parameter in query)
        {
            body.WriteLine(QueryStatement(parameter, speller));
        }

        return "target.ToStringAndDispose()";
    }

    private static string PathStatement(ParameterPlan parameter, TypeSpeller speller) => parameter.Writing switch
    {
        ParameterWriting.Json => $"target.AppendPath({Json(parameter, speller)});",
        ParameterWriting.Parts => $"target.AppendPathValue<{TypesOf(parameter.Type, speller)}>({CSharpLiteral.Of(PathTemplate.EncodeName(parameter.WireName))}, {parameter.Identifier}, "
            + $"{speller.Spell(FrameworkTypes.PathStyle)}.{parameter.Style}, explode: {Boolean(parameter.Explode)});",
        ParameterWriting.List => $"target.AppendPathList({Texts(parameter, speller)});",
        _ => $"target.AppendPath({Formattable(parameter, speller)});",
    };

    private static string QueryStatement(ParameterPlan parameter, TypeSpeller speller)
    {
        var name = CSharpLiteral.Of(PathTemplate.EncodeName(parameter.WireName));
        var reserved = parameter.AllowReserved ? ", allowReserved: true" : "";
        if (parameter.Writing == ParameterWriting.Json)
        {
            return $"target.AppendQuery({name}, {Json(parameter, speller)}{reserved});";
        }

        if (parameter.Writing == ParameterWriting.Parts)
        {
            return $"target.AppendQueryValue<{TypesOf(parameter.Type, speller)}>({name}, {parameter.Identifier}, "
                + $"{StyleOf(parameter.Style, speller)}, explode: {Boolean(parameter.Explode)}{reserved});";
        }

        if (parameter.Writing == ParameterWriting.List)
        {
            return $"target.AppendQueryList({name}, {Texts(parameter, speller)}, {speller.Spell(FrameworkTypes.QueryListStyle)}.{ListStyle(parameter)}{reserved});";
        }

        var value = reserved.Length > 0 ? Text(parameter, speller) : Formattable(parameter, speller);
        return $"target.AppendQuery({name}, {value}{reserved});";
    }

    private static string ListStyle(ParameterPlan parameter) => parameter switch
    {
        { Explode: true } => "Exploded",
        { Style: ParameterStyle.SpaceDelimited } => "Space",
        { Style: ParameterStyle.TabDelimited } => "Tab",
        { Style: ParameterStyle.PipeDelimited } => "Pipe",
        _ => "Comma",
    };

    private static void WriteField(SourceWriter body, TypeSpeller speller, ParameterPlan parameter)
    {
        if (parameter.In is ParameterLocation.Path or ParameterLocation.Query)
        {
            return;
        }

        var fields = speller.Spell(FrameworkTypes.RequestFields);
        var method = parameter.In == ParameterLocation.Header ? "AddHeader" : "AddCookie";
        var name = CSharpLiteral.Of(parameter.WireName);
        if (parameter.Writing == ParameterWriting.Parts)
        {
            body.WriteLine($"{fields}.{method}Value<{TypesOf(parameter.Type, speller)}>(request, {name}, {parameter.Identifier}, explode: {Boolean(parameter.Explode)});");
            return;
        }

        if (parameter.Writing == ParameterWriting.List)
        {
            var explode = parameter.In == ParameterLocation.Cookie ? $", explode: {Boolean(parameter.Explode)}" : "";
            body.WriteLine($"{fields}.{method}List(request, {name}, {Texts(parameter, speller)}{explode});");
            return;
        }

        if (parameter.IsIdempotencyKey)
        {
            body.WriteLine($"{fields}.{method}(request, {name}, {Text(parameter, speller)} ?? _transport.CreateIdempotencyKey());");
            return;
        }

        body.WriteLine($"{fields}.{method}(request, {name}, {(parameter.Writing == ParameterWriting.Json ? Json(parameter, speller) : Text(parameter, speller))});");
    }

    private static void WriteContent(SourceWriter body, TypeSpeller speller, BodyPlan? content)
    {
        if (content is null)
        {
            return;
        }

        if (content is { Kind: BodyKind.Multipart, Parts.IsEmpty: false })
        {
            using (content.IsRequired ? default(SourceWriter.Block?) : body.WriteBlock($"if ({content.Identifier} is not null)"))
            {
                MultipartEmitter.Write(body, speller, content);
            }

            if (!content.IsRequired)
            {
                body.WriteLine();
            }

            return;
        }

        if (content.IsRequired)
        {
            body.WriteLine($"request.Content = {Content(content, content.Identifier, speller)};");
            return;
        }

        using (body.WriteBlock($"if ({content.Identifier} is not null)"))
        {
            body.WriteLine($"request.Content = {Content(content, content.Type.IsValueType ? content.Identifier + ".Value" : content.Identifier, speller)};");
        }

        body.WriteLine();
    }

    private static string Content(BodyPlan content, string value, TypeSpeller speller)
    {
        var mediaType = CSharpLiteral.Of(content.MediaType);
        if (content.Kind == BodyKind.Multipart)
        {
            return value;
        }

        if (content.Kind == BodyKind.Bytes)
        {
            return $"{value}.CreateContent({mediaType})";
        }

        if (content.Kind == BodyKind.Text)
        {
            return $"{speller.Spell(FrameworkTypes.TextBody)}.Create({value}, {mediaType})";
        }

        if (content.Kind == BodyKind.Items)
        {
            return $"{speller.Spell(FrameworkTypes.JsonItemsBody)}.Create<{speller.Spell(content.Type.Item!.DeclaredName)}, {speller.Spell(content.Type.Codec)}>({value}, {mediaType})";
        }

        // An optional body is null where it is left out, so null itself is sent only by a required one.
        var type = speller.Spell(content.IsRequired ? content.Type.DeclaredName : content.Type.Name);
        var codec = speller.Spell(content.IsRequired ? content.Type.DeclaredCodec : content.Type.Codec);
        var encodings = content.Encodings.Select(encoding => ",\n    " + Encoding(encoding, speller));
        if (content.Xml is { } xml)
        {
            var shape = XmlShapesEmitter.Expression(xml.Shape, xml.Holder + ".", speller);
            return $"{speller.Spell(FrameworkTypes.XmlBody)}.Create<{type}, {codec}>({value}, {mediaType}, {shape}, {XmlShapesEmitter.Name(xml.Root)})";
        }

        return content.Kind == BodyKind.Form
            ? $"{speller.Spell(FrameworkTypes.FormBody)}.Create<{type}, {codec}>({value}, {mediaType}{string.Concat(encodings)})"
            : $"{speller.Spell(FrameworkTypes.JsonBody)}.Create<{type}, {codec}>({value}, {mediaType})";
    }

    private static string Encoding(FormEncodingPlan encoding, TypeSpeller speller)
    {
        // new(…) alone would mean the array of the params parameter.
        var type = speller.Spell(FrameworkTypes.FormEncoding);
        var name = CSharpLiteral.Of(encoding.WireName);
        return encoding.Style is { } style
            ? $"new {type}({name}, {StyleOf(style, speller)}, Explode: {Boolean(encoding.Explode)}{(encoding.AllowReserved ? ", AllowReserved: true" : "")})"
            : $"{type}.Json({name})";
    }

    private static string StyleOf(ParameterStyle style, TypeSpeller speller) => speller.Spell(FrameworkTypes.QueryStyle) + style switch
    {
        ParameterStyle.SpaceDelimited => ".Space",
        ParameterStyle.TabDelimited => ".Tab",
        ParameterStyle.PipeDelimited => ".Pipe",
        ParameterStyle.DeepObject => ".DeepObject",
        _ => ".Form",
    };

    private static string TypesOf(TypeReference type, TypeSpeller speller) => $"{speller.Spell(type.Name)}, {speller.Spell(type.Codec)}";

    private static string Json(ParameterPlan parameter, TypeSpeller speller)
        => $"{speller.Spell(FrameworkTypes.ParameterText)}.Json<{TypesOf(parameter.Type, speller)}>({parameter.Identifier})";

    private static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>A value that the target formats in place.</summary>
    private static string Formattable(ParameterPlan parameter, TypeSpeller speller) => parameter.Type.Shape switch
    {
        TypeShape.Bytes or TypeShape.StringOrNumber => Text(parameter, speller),
        TypeShape.StringEnum or TypeShape.IntegerEnum => ValueOf(parameter),
        TypeShape.ClosedEnum => WireValueOf(parameter),
        _ => parameter.Identifier,
    };

    private static string Text(ParameterPlan parameter, TypeSpeller speller) => parameter.Type.Shape switch
    {
        TypeShape.String => parameter.Identifier,
        TypeShape.StringEnum => ValueOf(parameter),
        TypeShape.ClosedEnum => WireValueOf(parameter),
        TypeShape.IntegerEnum => $"{speller.Spell(FrameworkTypes.ParameterText)}.Of({ValueOf(parameter)})",
        _ => $"{speller.Spell(FrameworkTypes.ParameterText)}.{TextMethodOf(parameter.Type)}({parameter.Identifier})",
    };

    private static string TextMethodOf(TypeReference type) => type.Codec == FrameworkTypes.Base64UrlCodec ? "Base64Url" : "Of";

    private static string Texts(ParameterPlan parameter, TypeSpeller speller)
    {
        var text = speller.Spell(FrameworkTypes.ParameterText);
        return parameter.Type.Item!.Shape switch
        {
            TypeShape.StringEnum => $"{text}.Each({parameter.Identifier}, static value => value.Value)",
            TypeShape.ClosedEnum => $"{text}.Each({parameter.Identifier}, static value => value.ToWireValue())",
            TypeShape.IntegerEnum => $"{text}.Each({parameter.Identifier}, static value => {text}.Of(value.Value))",
            TypeShape.Bytes or TypeShape.StringOrNumber => $"{text}.Each({parameter.Identifier}, static value => {text}.{TextMethodOf(parameter.Type.Item)}(value))",
            _ => $"{text}.Each({parameter.Identifier})",
        };
    }

    private static string WireValueOf(ParameterPlan parameter) => parameter.Identifier + (parameter.IsRequired ? ".ToWireValue()" : "?.ToWireValue()");

    private static string ValueOf(ParameterPlan parameter) => parameter.Identifier + (parameter.IsRequired ? ".Value" : "?.Value");
}
