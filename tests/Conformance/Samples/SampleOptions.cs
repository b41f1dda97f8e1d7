namespace Specwright.Conformance;

/// <summary>What a sample is for.</summary>
internal sealed record SampleOptions
{
    /// <summary>Whether it is sent or answered: decides about <c>readOnly</c> and <c>writeOnly</c> members.</summary>
    public required bool IsRequest { get; init; }

    /// <summary>With optional members, elements in lists and entries in maps; else only what is required.</summary>
    public required bool IsFull { get; init; }

    /// <summary>Chooses among branches and enumeration values.</summary>
    public int Variation { get; init; }

    /// <summary>Whether nullable members are null: the required ones of a sample that is not full, and the optional ones of the last variation.</summary>
    public bool UsesNull { get; init; }

    /// <summary>What a string without constraints is.</summary>
    public string FreeText { get; init; } = "text";

    /// <summary>What further members are called, with a number.</summary>
    public string ExtraName { get; init; } = "extra";

    /// <summary>Objects inside this many others have only what is required.</summary>
    public int FullDepth { get; init; } = 4;
}
