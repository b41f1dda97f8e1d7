using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Tag Objects of the description.</summary>
internal static class TagReader
{
    /// <summary>In the order of the description; of two with one name the first counts.</summary>
    public static EquatableArray<Tag> Read(ObjectNode root) => root.ItemsOf("tags").OfType<ObjectNode>()
        .Where(tag => tag.TextOf("name") is not null)
        .GroupBy(tag => tag.TextOf("name")!, StringComparer.Ordinal)
        .Select(tags => tags.First())
        .Select(tag => new Tag
        {
            Pointer = tag.Pointer,
            WireName = tag.TextOf("name")!,
            ChosenName = tag.TextOf("x-specwright-name"),
            Summary = tag.TextOf("summary"),
            Description = tag.TextOf("description"),
        })
        .ToEquatableArray();
}
