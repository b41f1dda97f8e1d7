using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Link Objects of a response.</summary>
internal static class LinkReader
{
    /// <summary>In the order of the description; one without a target says nothing and is passed over.</summary>
    public static EquatableArray<Link> Read(DescriptionContext context, ObjectNode response) => response.MembersOf("links")
        .Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal))
        .Select(member => (member.Name, Link: context.Resolve(member, "link")))
        .Where(link => link.Link is not null && TargetOf(link.Link) is not null)
        .Select(link => new Link
        {
            WireName = link.Name,
            Target = TargetOf(link.Link!)!,
            Description = link.Link!.TextOf("description"),
            Parameters = link.Link!.MembersOf("parameters").Select(parameter => new LinkParameter(parameter.Name, ValueOf(parameter))).ToEquatableArray(),
            RequestBody = link.Link!["requestBody"] is { } body ? ValueOf(body) : null,
        })
        .ToEquatableArray();

    private static string? TargetOf(ObjectNode link) => link.TextOf("operationId") ?? link.TextOf("operationRef");

    private static string ValueOf(Node node) => node is ScalarNode scalar ? scalar.Text : "a value of the description";
}
