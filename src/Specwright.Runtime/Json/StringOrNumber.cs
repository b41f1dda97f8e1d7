using System.Globalization;

namespace Specwright.Json;

/// <summary>A value that a server sends now as a string, now as a number: the exact text, and whether it stood in quotes. Both survive a round trip.</summary>
public readonly record struct StringOrNumber
{
    private readonly string? _text;

    /// <param name="text">The text without quotes; where <paramref name="isQuoted"/> is false it must be a JSON number.</param>
    /// <param name="isQuoted">Whether it is a JSON string.</param>
    public StringOrNumber(string text, bool isQuoted = true)
    {
        ArgumentNullException.ThrowIfNull(text);

        // The empty text is the default value too.
        _text = text.Length == 0 ? null : text;
        IsBare = !isQuoted;
    }

    /// <summary>The exact text: <c>1.50</c> stays <c>1.50</c>.</summary>
    public string Text => _text ?? "";

    /// <summary>Whether the text stands in quotes on the wire.</summary>
    public bool IsQuoted => !IsBare;

    // Stored inverted, so that default is an empty string in quotes and not an empty number.
    private bool IsBare { get; }

    /// <summary>A bare number.</summary>
    public static StringOrNumber FromNumber(decimal value) => new(value.ToString(CultureInfo.InvariantCulture), isQuoted: false);

    /// <summary>A JSON string.</summary>
    public static implicit operator StringOrNumber(string text) => new(text);

    /// <summary>The text without quotes.</summary>
    public override string ToString() => Text;
}
