namespace Specwright;

/// <summary>What ends a line of a body.</summary>
internal enum LineEnd
{
    /// <summary>LF. A CR before it stays: it is a blank to JSON.</summary>
    LineFeed,

    /// <summary>LF, CR or both, as in server-sent events.</summary>
    Any,

    /// <summary>The record separator U+001E, which stands before each value (RFC 7464) and so ends the one before it.</summary>
    RecordSeparator,
}
