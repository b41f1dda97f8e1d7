namespace Specwright.Planning;

/// <summary>What objects of a description become.</summary>
internal enum TypeKind
{
    /// <summary>Immutable, compared by their members, printed with them.</summary>
    Record,

    /// <summary>Settable, compared by reference: less code for the compiler, as nothing is generated beyond the members.</summary>
    Class,
}

/// <summary>Whose pages are followed.</summary>
internal enum PaginationChoice
{
    /// <summary>Those that the description declares, and those that its names tell.</summary>
    Auto,

    /// <summary>Those that an extension declares.</summary>
    Declared,

    Never,
}

/// <summary>When tags become sub-clients.</summary>
internal enum SubClientChoice
{
    /// <summary>Where there are many operations and at least two tags.</summary>
    Auto,

    /// <summary>Wherever an operation has a tag.</summary>
    Always,

    /// <summary>All operations stay on the client.</summary>
    Never,
}
