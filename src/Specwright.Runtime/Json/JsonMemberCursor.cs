namespace Specwright.Json;

/// <summary>Where <see cref="JsonMembers.MoveNext"/> stands in an object, and which required members it has seen.</summary>
public struct JsonMemberCursor
{
    /// <summary>A bit for each required member, up to the 64th.</summary>
    internal ulong Seen;

    /// <summary>The index to try first: the one behind the last known member. Negative: the complement of the member whose value the reader stands on already.</summary>
    internal int Next;

    /// <summary>A bit for each member, where more than 64 are required; otherwise null.</summary>
    internal ulong[]? SeenFurther;

    /// <summary>
    /// The member's index in the names given to <see cref="JsonMembers"/>: the reader then stands on its value.
    /// -1: the name is unknown, and the reader stands on the name.
    /// </summary>
    public int Index { get; internal set; }

    /// <summary>For a reader that stands on the value of this member, the first of its object.</summary>
    internal static JsonMemberCursor On(int member) => new() { Next = ~member };
}
