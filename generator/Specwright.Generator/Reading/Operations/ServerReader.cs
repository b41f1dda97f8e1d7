using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Server Objects; of a 2.0 description the addresses that the library puts together.</summary>
internal static class ServerReader
{
    public static EquatableArray<Server> ReadOwn(DescriptionContext context) => context.IsVersion2
        ? context.Library.ServerUrls.Select(url => new Server { Pointer = "#", Url = url }).ToEquatableArray()
        : Read(context.Root);

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
        Default = variable.TextOf("default") ?? variable.TextsOf("enum").FirstOrDefault() ?? "",
        Values = variable.TextsOf("enum").ToEquatableArray(),
        Description = variable.TextOf("description"),
    };
}
