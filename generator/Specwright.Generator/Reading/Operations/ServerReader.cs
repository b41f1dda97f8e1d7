using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Server Objects; of a 2.0 description the addresses that its parts give.</summary>
internal static class ServerReader
{
    public static EquatableArray<Server> ReadOwn(DescriptionContext context) => context.IsVersion2
        ? Version2Urls(context.Root).Select(url => new Server { Pointer = "#", Url = url, IsTemplate = false }).ToEquatableArray()
        : Read(context.Root);

    /// <summary>Swagger 2.0, <c>schemes</c>, <c>host</c> and <c>basePath</c>. Without a scheme it is the one the description came by.</summary>
    private static IEnumerable<string> Version2Urls(ObjectNode root)
    {
        var basePath = (root.TextOf("basePath") ?? "").Trim().TrimEnd('/');
        // A host has no scheme, but some write one.
        var host = (root.TextOf("host") ?? "").Trim().TrimEnd('/');
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (host.Length == 0)
        {
            return basePath.Length == 0 ? [] : [WithSlash(basePath)];
        }

        var schemes = root.TextsOf("schemes").Where(name => name.Length > 0).ToList();
        var places = scheme >= 0 ? [host]
            : schemes.Count > 0 ? schemes.Select(name => name + "://" + host)
            : [WithScheme("//" + host)];
        return places.Distinct(StringComparer.Ordinal).Select(place => place + (basePath.Length == 0 ? "" : WithSlash(basePath)));
    }

    private static string WithSlash(string path) => path[0] == '/' ? path : "/" + path;

    /// <summary>The <c>servers</c> of the description, a path item or an operation, in order.</summary>
    public static EquatableArray<Server> Read(ObjectNode owner) => owner.ItemsOf("servers").OfType<ObjectNode>()
        .Where(server => server.TextOf("url") is not null)
        .Select(server => new Server
        {
            Pointer = server.Pointer,
            Url = WithScheme(server.TextOf("url")!),
            ChosenName = server.TextOf("x-specwright-name") ?? server.TextOf("name"),
            Description = server.TextOf("description"),
            Variables = server.MembersOf("variables").OfType<ObjectNode>().Select(ReadVariable).ToEquatableArray(),
        }).ToEquatableArray();

    /// <summary><c>//host/path</c> takes the scheme of the description's own address (RFC 3986, 4.2), which is nowadays https and must be for credentials.</summary>
    private static string WithScheme(string url) => url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;

    private static ServerVariable ReadVariable(ObjectNode variable) => new()
    {
        Name = variable.Name,
        Default = variable.TextOf("default") ?? variable.TextsOf("enum").FirstOrDefault(),
        Values = variable.TextsOf("enum").ToEquatableArray(),
        Description = variable.TextOf("description"),
    };
}
