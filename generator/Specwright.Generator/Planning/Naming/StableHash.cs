using System.Globalization;

namespace Specwright.Planning.Naming;

/// <summary>A short name for a text that is the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the UTF-16 units, as capital hexadecimal digits.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="digits">1 to 8.</param>
    public static string Of(string text, int digits) => NumberOf(text).ToString("X8", CultureInfo.InvariantCulture).Substring(0, digits);

    /// <summary>The same as a number.</summary>
    public static uint NumberOf(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ (character & 0xFFu)) * 16777619u);
            hash = unchecked((hash ^ (uint)(character >> 8)) * 16777619u);
        }

        // FNV mixes its last bytes badly into the upper half.
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        return hash ^ (hash >> 13);
    }
}
