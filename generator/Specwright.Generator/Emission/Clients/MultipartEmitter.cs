using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the list of parts of a body.</summary>
internal static class MultipartEmitter
{
    public static void Write(SourceWriter body, TypeSpeller speller, BodyPlan content)
    {
        var mediaType = content.MediaType == "multipart/form-data" ? "" : CSharpLiteral.Of(content.MediaType);
        body.WriteLine($"request.Content = new {speller.Spell(FrameworkTypes.MultipartBody)}({mediaType})");
        using (body.Indent())
        {
            var last = content.Parts.Count - 1;
            for (var index = 0; index <= last; index++)
            {
                body.WriteLine(PartOf(content.Parts[index], content.Identifier, speller) + (index == last ? ";" : ""));
            }
        }
    }

    private static string PartOf(PartPlan part, string owner, TypeSpeller speller)
    {
        if (part.WireName is null)
        {
            return $".AddMembers<{speller.Spell(part.Type.DeclaredName)}, {speller.Spell(part.Type.DeclaredCodec)}>({owner}.{part.Identifier})";
        }

        var isList = part.Type.Shape == TypeShape.List;
        var type = isList ? part.Type.Item! : part.Type;
        var contentType = part.ContentType is { } mediaType ? ", " + CSharpLiteral.Of(mediaType) : "";
        var arguments = $"{CSharpLiteral.Of(part.WireName)}, {owner}.{part.Identifier}";
        if (type.Shape == TypeShape.File)
        {
            return $".{(isList ? "AddFiles" : "AddFile")}({arguments}{contentType})";
        }

        if (!isList)
        {
            return $".AddValue<{speller.Spell(type.Name)}, {speller.Spell(type.Codec)}>({arguments}{contentType})";
        }

        var types = $"{speller.Spell(type.DeclaredName)}, {speller.Spell(type.DeclaredCodec)}";
        return part.Delimiter is { } delimiter
            ? $".AddDelimited<{types}>({arguments}, {CSharpLiteral.Of(delimiter)}{contentType})"
            : $".AddValues<{types}>({arguments}{contentType})";
    }
}
