using System.Text.Json;

namespace Specwright.Reading.Text;

/// <summary>The names that were met last: <c>type</c> and <c>description</c> stand thousands of times in a description, and one string serves them all.</summary>
internal sealed class KnownNames
{
    private const int Places = 512;
    private const int LongestKept = 64;

    private readonly string?[] _names = new string?[Places];

    public string Of(string name)
    {
        if (name.Length is 0 or > LongestKept)
        {
            return name;
        }

        ref var known = ref _names[PlaceOf(name.Length, name[0], name[name.Length / 2], name[name.Length - 1])];
        return known == name ? known : known = name;
    }

    /// <param name="reader">At the name.</param>
    public string Of(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (bytes.Length is 0 or > LongestKept)
        {
            return reader.GetString()!;
        }

        ref var known = ref _names[PlaceOf(bytes.Length, bytes[0], bytes[bytes.Length / 2], bytes[bytes.Length - 1])];
        return known is not null && reader.ValueTextEquals(known) ? known : known = reader.GetString()!;
    }

    private static int PlaceOf(int length, int first, int middle, int last) => ((length * 31) + (first * 7) + (middle * 13) + (last * 29)) % Places;
}
