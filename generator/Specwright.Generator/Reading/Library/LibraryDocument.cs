using Microsoft.OpenApi;

namespace Specwright.Reading.Library;

/// <summary>What Microsoft.OpenApi made of a description: the judge of its validity and the converter of OpenAPI 2.0 to 3.</summary>
/// <remarks>Its objects know no pointers, so they are asked by path and method, which both sides have.</remarks>
internal sealed class LibraryDocument(OpenApiDocument? document)
{
    /// <summary>An empty answer for a description that the library gave up on.</summary>
    public static LibraryDocument Nothing { get; } = new(null);

    /// <summary>Server addresses; of a 2.0 description made of <c>schemes</c>, <c>host</c> and <c>basePath</c>.</summary>
    public IReadOnlyList<string> ServerUrls => [.. (document?.Servers ?? []).Select(server => server.Url).OfType<string>()];

    /// <summary>Media types of the request body, <c>consumes</c> and form fields taken into account; empty when it knows none.</summary>
    public IReadOnlyList<string> RequestMediaTypes(string path, string method) =>
        [.. Find(path, method)?.RequestBody?.Content?.Keys ?? (IEnumerable<string>)[]];

    private OpenApiOperation? Find(string path, string method)
    {
        if (document?.Paths is not { } paths || !paths.TryGetValue(path, out var item) || item?.Operations is not { } operations)
        {
            return null;
        }

        return operations.FirstOrDefault(operation => string.Equals(operation.Key.Method, method, StringComparison.OrdinalIgnoreCase)).Value;
    }
}
