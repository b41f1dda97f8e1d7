using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Specwright.Testing;

/// <summary>
/// The examples of a description, for answers: what its responses say by <c>example</c> and <c>examples</c>, or else what their schemas say by <c>example</c>, <c>examples</c>,
/// <c>const</c> and <c>enum</c>, put together member by member. Nothing is made up: where a required member has no example there is none of the whole.
/// </summary>
public sealed class ApiTestExamples
{
    private readonly ExampleDocument _document;

    private ApiTestExamples(ExampleDocument document) => _document = document;

    /// <summary>Reads a description.</summary>
    /// <param name="path">A file, YAML or JSON. References to other files and overlays are not followed.</param>
    /// <exception cref="FormatException">It is neither YAML nor JSON.</exception>
    public static ApiTestExamples Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a description's text.</summary>
    /// <param name="description">YAML or JSON.</param>
    /// <exception cref="FormatException">It is neither YAML nor JSON.</exception>
    public static ApiTestExamples Parse(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(description));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new ApiTestExamples(new ExampleDocument(root))
                : throw new FormatException("The description is not one object in YAML or JSON.");
        }
        catch (YamlException exception)
        {
            throw new FormatException($"The description is neither YAML nor JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The example of a response.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">Of the response; null: the first success that has an example.</param>
    /// <param name="name">Under <c>examples</c>; null: the first.</param>
    /// <exception cref="InvalidOperationException">There is none; the message says what there is instead.</exception>
    internal ApiTestExample Find(ApiOperation operation, int? status, string? name)
    {
        var responses = _document.ResponsesOf(operation.Method.Method, operation.PathTemplate)
            ?? throw new InvalidOperationException($"The description with the examples has no operation {operation.Method} {operation.PathTemplate}.");
        var reasons = new List<string>();
        foreach (var (code, response) in responses.Where(response => IsMeant(response.Status, status)))
        {
            if (_document.ExampleOf(response, name, out var reason) is { } found)
            {
                return new ApiTestExample(status ?? StatusOf(code), found.MediaType, Encoding.UTF8.GetBytes(found.Text));
            }

            reasons.Add($"{code}: {reason}");
        }

        var wanted = (name is null ? "example" : $"example '{name}'") + (status is null ? "" : $" of status {status}");
        throw new InvalidOperationException($"The description has no {wanted} for '{operation.OperationId}' ({operation.Method} {operation.PathTemplate}). {(reasons.Count > 0 ? string.Join("; ", reasons) : "It has no such response")}.");
    }

    private static bool IsMeant(string code, int? status) => status is { } wanted
        ? code == wanted.ToString(System.Globalization.CultureInfo.InvariantCulture) || code.Equals($"{wanted / 100}XX", StringComparison.OrdinalIgnoreCase) || code == "default"
        : code.StartsWith('2');

    private static int StatusOf(string code) => int.TryParse(code, out var status) ? status : 200;
}

/// <summary>An answer as the description prints it.</summary>
/// <param name="Status">Of the response.</param>
/// <param name="MediaType">As written.</param>
/// <param name="Body">JSON, or text of another media type.</param>
internal sealed record ApiTestExample(int Status, string MediaType, byte[] Body);
