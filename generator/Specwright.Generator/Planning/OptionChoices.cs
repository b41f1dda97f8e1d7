namespace Specwright.Planning;

/// <summary>What objects of a description become.</summary>
internal enum TypeKind
{
    /// <summary>Immutable, compared by their members, printed with them.</summary>
    Record,

    /// <summary>Settable, compared by reference: less code for the compiler, as nothing is generated beyond the members.</summary>
    Class,
}

/// <summary>What an enumeration of a description becomes.</summary>
internal enum EnumKind
{
    /// <summary>A value with known members, which holds unknown ones too.</summary>
    Open,

    /// <summary>A C# <c>enum</c>.</summary>
    Closed,

    /// <summary>No type of its own: a string or an integer.</summary>
    Text,
}

/// <summary>What a JSON number without a format becomes.</summary>
internal enum NumberKind
{
    Decimal,

    /// <summary>Binary floating point: not for money.</summary>
    Double,
}

/// <summary>What a string of the format <c>date-time</c> becomes; <c>date</c> is a <c>DateOnly</c> beside both types.</summary>
internal enum DateKind
{
    DateTimeOffset,

    /// <summary>In UTC: the offset that the server wrote is lost.</summary>
    DateTime,

    /// <summary>Both formats are strings.</summary>
    Text,
}

/// <summary>What a member is that may be absent and may be null.</summary>
internal enum OptionalKind
{
    /// <summary>Nullable; that it was set to null shows on the wire only.</summary>
    Nullable,

    /// <summary>An <c>Optional&lt;T&gt;</c>.</summary>
    Optional,
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
