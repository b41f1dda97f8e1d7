using Specwright.Reading.Text;

namespace Specwright.Reading.Library;

/// <summary>The library validates a 2.0 description after conversion, so its pointers name places of version 3.</summary>
internal static class LibraryPointer
{
    private static readonly (string Converted, string Written)[] Renamed =
    [
        ("#/components/schemas", "#/definitions"),
        ("#/components/parameters", "#/parameters"),
        ("#/components/requestBodies", "#/parameters"),
        ("#/components/responses", "#/responses"),
        ("#/components/securitySchemes", "#/securityDefinitions"),
    ];

    /// <summary>The pointer in the text as it is written.</summary>
    public static string ToText(string pointer, Node root)
    {
        if (root is ObjectNode { } description && description["swagger"] is not null)
        {
            foreach (var (converted, written) in Renamed)
            {
                if (pointer.StartsWith(converted, StringComparison.Ordinal))
                {
                    return written + pointer.Substring(converted.Length);
                }
            }
        }

        return pointer.Length == 0 ? "#" : pointer;
    }
}
