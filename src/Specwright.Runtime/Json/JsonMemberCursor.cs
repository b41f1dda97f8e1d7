namespace Specwright.Json;

/// <summary>Where <see cref="JsonMembers.MoveNext"/> stands in an object, and which required members it has seen.</summary>
public struct JsonMemberCursor
{
    internal ulong Seen;

    /// <summary>The index to try first: the one behind the last known member.</summary>
    internal int Next;

    /// <summary>Required members past the 64th; null where there are none.</summary>
    internal ulong[]? SeenFurther;

    /// <summary>
    /// The member's index in the names given to <see cref="JsonMembers"/>: the reader then stands on its value.
    /// -1: the name is unknown, and the reader stands on the name.
    /// </summary>
    public int Index { get; internal set; }
}
