using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Numbers and texts within their limits.</summary>
internal static class ScalarSamples
{
    public static JValue Number(List<JsonSchema> all, bool isInteger, bool isFull, int index)
    {
        var format = all.Select(schema => schema.Format).FirstOrDefault(format => format is not null);
        decimal? least = null;
        decimal? most = null;
        foreach (var schema in all)
        {
            var step = isInteger ? 1m : 0.5m;
            var low = schema.ExclusiveMinimum + step ?? (schema.IsExclusiveMinimum ? schema.Minimum + step : schema.Minimum);
            var high = schema.ExclusiveMaximum - step ?? (schema.IsExclusiveMaximum ? schema.Maximum - step : schema.Maximum);
            least = low is { } a && !(least >= a) ? a : least;
            most = high is { } b && !(most <= b) ? b : most;
        }

        // 2^53 + 1 is the first integer that a double cannot hold.
        var wish = isInteger
            ? isFull && format is null or "int64" && least is null && most is null ? 9_007_199_254_740_993m : 7m + index
            : format is "float" or "double" ? 0.5m + index : isFull ? 1234.5678m + index : 0.5m + index;
        var value = wish;
        if (value < least)
        {
            value = least.Value + index;
        }

        if (value > most)
        {
            value = most.Value - index;
            value = value < least ? least.Value : value;
        }

        var multiple = all.Select(schema => schema.MultipleOf).FirstOrDefault(multiple => multiple is not null);
        if (multiple is { } factor and not 0)
        {
            value = Math.Ceiling(value / factor) * factor;
            value = value > most ? Math.Floor(most.Value / factor) * factor : value;
        }

        // Not every limit of an integer is one.
        return isInteger && value == Math.Floor(value) && value is >= long.MinValue and <= long.MaxValue
            ? new JValue((long)value)
            : isInteger ? new JValue((long)Math.Ceiling(Math.Clamp(value, long.MinValue, long.MaxValue))) : new JValue(value);
    }

    public static JValue Text(List<JsonSchema> all, string freeText, bool isFull, int index)
    {
        var least = all.Max(schema => schema.MinLength) ?? 0;
        var most = all.Min(schema => schema.MaxLength) ?? int.MaxValue;
        var pattern = all.Select(schema => schema.Pattern).FirstOrDefault(pattern => !string.IsNullOrEmpty(pattern));
        var format = all.Select(schema => schema.Format).FirstOrDefault(format => format is not null);
        var formatted = OfFormat(format, isFull, index);
        if (pattern is not null)
        {
            var isFit = formatted is not null && formatted.Length >= least && formatted.Length <= most && Matches(formatted, pattern);
            return new JValue(isFit ? formatted : PatternText.Make(pattern, least, most) ?? formatted ?? freeText);
        }

        if (formatted is not null)
        {
            return new JValue(formatted);
        }

        var text = new StringBuilder(freeText);
        if (index > 0)
        {
            text.Append(index.ToString(CultureInfo.InvariantCulture));
        }

        while (text.Length < least)
        {
            text.Append("abcdefgh"[text.Length % 8]);
        }

        if (text.Length > most)
        {
            // The end tells elements apart.
            text.Remove(0, text.Length - most);
        }

        return new JValue(text.ToString());
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return System.Text.RegularExpressions.Regex.IsMatch(text, pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? OfFormat(string? format, bool isFull, int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return format?.ToLowerInvariant() switch
        {
            "date-time" => isFull ? $"2024-03-0{index % 9 + 1}T07:08:09.123+02:00" : $"2024-03-0{index % 9 + 1}T07:08:09Z",
            "date" => $"2024-03-0{index % 9 + 1}",
            "time" => $"07:08:0{index % 9 + 1}Z",
            "duration" => "P1DT2H",
            "time-span" => "1.02:03:04",
            "uuid" or "guid" or "uuid4" or "uuidv4" => $"3f2504e0-4f89-41d3-9a0c-0305e82c330{index % 10}",
            "email" or "idn-email" => $"someone{number}@example.com",
            "uri" or "url" or "iri" => $"https://example.com/a/{number}?b=c",
            "hostname" or "idn-hostname" => $"host{number}.example.com",
            "ipv4" => $"192.0.2.{number}",
            "ipv6" => $"2001:db8::{number}",
            "base64url" => isFull ? "AAEC_f7_" : "aGk",
            "byte" or "base64" => isFull ? "AAEC/f7/" : "aGk=",
            "decimal" => isFull ? "1234.50" : "1.0",
            "int64" or "int32" or "uint64" => number,
            _ => null,
        };
    }
}
