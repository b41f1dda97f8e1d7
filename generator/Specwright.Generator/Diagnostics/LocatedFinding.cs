namespace Specwright.Diagnostics;

/// <summary>A finding with its message and its place, ready to be shown by the compiler or by the command-line tool.</summary>
internal sealed record LocatedFinding
{
    public required Rule Rule { get; init; }

    /// <summary>On one line.</summary>
    public required string Message { get; init; }

    /// <summary>The file as the build names it.</summary>
    public required string Path { get; init; }

    /// <summary>Offset of the first character, from 0.</summary>
    public int Start { get; init; }

    /// <summary>In characters; never beyond the end of the line.</summary>
    public int Length { get; init; }

    /// <summary>From 0.</summary>
    public int Line { get; init; }

    /// <summary>In characters, from 0.</summary>
    public int Column { get; init; }
}
