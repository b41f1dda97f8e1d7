using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;
using JsonPointer = Specwright.Reading.Text.JsonPointer;

namespace Specwright.Reading.Library;

/// <summary>Lets Microsoft.OpenApi read and validate a description and turns what it says into findings: it is the judge of validity, and nothing of a client comes from it.</summary>
internal sealed class LibraryReader(Node root, ICollection<Finding> findings)
{
    /// <summary>It takes about a kilobyte for each value; a third more than the largest known description has.</summary>
    private const int MostValues = 900_000;

    /// <summary>References to references; the library takes time by the square of their number.</summary>
    private const int MostLinks = 64;

    /// <summary>
    /// What the library reports and a client does not suffer from, so nobody should have to suppress it (measured over the real
    /// descriptions that the tests read).
    /// </summary>
    private static readonly string[] Noise =
    [
        // Two templates that differ in variable names only give two operations; the server tells them apart as it always did.
        "The path signature '",
        // A discriminator is optional in practice; the union reports what it cannot do.
        "must contain property specified in the discriminator",
        // An operation without a declared response still has a call; its answer is read as undeclared.
        "Responses must contain at least one response",
        // References are followed here, through other files too, and reported with their text.
        "Circular reference detected",
        "does not point to an existing",
        // Examples, defaults and enumerations against their types: examples never reach a client, the others are checked here.
        "Data and type mismatch found",
    ];

    /// <summary>OpenAPI 3.2.0, Response Object: the library still asks for what 3.1 required.</summary>
    private const string OptionalSince32 = "The field 'description' in 'response' object is REQUIRED";

    private bool IsVersion32 => ((ObjectNode)root)["openapi"] is ScalarNode version && version.Text.StartsWith("3.2", StringComparison.Ordinal);

    public void Check()
    {
        if (JsonText.CountCopied(root) > MostValues)
        {
            findings.Add(Problem.Broken(root, $"The description has more than {MostValues.ToString("N0", CultureInfo.InvariantCulture)} values: it was read without the checks of the OpenAPI reader, which would need gigabytes"));
            return;
        }

        if (ReferenceChains.AnyLongerThan(MostLinks, root))
        {
            findings.Add(Problem.Broken(root, $"A chain of references has more than {MostLinks} links: the description was read without the checks of the OpenAPI reader, which would not end"));
            return;
        }

        try
        {
            // References to other files are ours to follow; the base address only has to be absolute.
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
            var result = new OpenApiJsonReader().Read(ToJson(), new Uri("file:///description.json"), settings);
            Report(result.Diagnostic);
        }
        catch (OpenApiUnsupportedSpecVersionException exception)
        {
            findings.Add(Problem.Of(
                Rules.TextUnreadable,
                ((ObjectNode)root)["openapi"] ?? ((ObjectNode)root)["swagger"] ?? root,
                $"The OpenAPI version '{exception.SpecificationVersion}' is not supported; 2.0, 3.0, 3.1 and 3.2 are"));
        }
        catch (NotSupportedException)
        {
            // 'collectionFormat: tsv' is well-formed and more than the library knows.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The library throws on some values of the wrong kind (a text as minLength). What it stumbled over rarely matters to a
            // client, and the walk over the tree takes nothing for granted: so the description is read all the same.
            findings.Add(Problem.Broken(root, $"The OpenAPI reader gave up on a value of the wrong kind ({exception.Message.Split('\n')[0].Trim()}); the rest was read without its checks"));
        }
    }

    private JsonNode ToJson()
    {
        var json = (JsonObject)JsonText.ToJsonNode(root)!;
        foreach (var name in new[] { "openapi", "swagger" })
        {
            // Unquoted in YAML, 'swagger: 2.0' is a number; every publisher means the version.
            if (((ObjectNode)root)[name] is ScalarNode { Kind: ScalarKind.Number } version)
            {
                json[name] = version.Text;
            }
        }

        return json;
    }

    private void Report(OpenApiDiagnostic? diagnostic)
    {
        foreach (var error in (diagnostic?.Errors ?? []).Concat(diagnostic?.Warnings ?? []))
        {
            if (Noise.All(noise => !Says(error, noise)) && !(IsVersion32 && Says(error, OptionalSince32)))
            {
                var (message, pointer) = Locate(error.Message.TrimEnd('.', ' '), error.Pointer);
                var place = JsonPointer.Nearest(root, LibraryPointer.ToText(pointer, root));
                findings.Add(Problem.Broken(place, message));
            }
        }
    }

    private static bool Says(OpenApiError error, string words) => error.Message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Errors met while parsing have their pointer in the sentence only.</summary>
    private static (string Message, string Pointer) Locate(string message, string? pointer)
    {
        var at = message.LastIndexOf(" at #/", StringComparison.Ordinal);
        return at < 0 ? (message, pointer ?? "#") : (message.Substring(0, at), string.IsNullOrEmpty(pointer) ? message.Substring(at + 4) : pointer!);
    }
}
