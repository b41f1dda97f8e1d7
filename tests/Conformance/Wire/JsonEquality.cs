using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Whether two JSON values mean the same: numbers by value, date-times by instant, members in any order.</summary>
internal static partial class JsonEquality
{
    /// <summary>The first difference with its path; null where there is none.</summary>
    public static string? Difference(JToken expected, JToken actual, string path = "$")
    {
        switch (expected, actual)
        {
            case (JObject one, JObject other):
                foreach (var member in one.Properties())
                {
                    if (other[member.Name] is not { } value)
                    {
                        return $"{path}.{member.Name} is lost";
                    }

                    if (Difference(member.Value, value, $"{path}.{member.Name}") is { } difference)
                    {
                        return difference;
                    }
                }

                return other.Properties().FirstOrDefault(member => !one.ContainsKey(member.Name)) is { } added ? $"{path}.{added.Name} was not there" : null;
            case (JArray one, JArray other):
                if (one.Count != other.Count)
                {
                    return $"{path} has {other.Count} elements instead of {one.Count}";
                }

                return one.Select((element, index) => Difference(element, other[index], $"{path}[{index}]")).FirstOrDefault(difference => difference is not null);
            case (JValue one, JValue other):
                return AreSame(one, other) ? null : $"{path} is {Shown(other)} instead of {Shown(one)}";
            default:
                return $"{path} is {actual.Type} instead of {expected.Type}";
        }
    }

    private static bool AreSame(JValue one, JValue other)
    {
        if (one.Type == JTokenType.String && other.Type == JTokenType.String)
        {
            var (first, second) = ((string)one!, (string)other!);
            return first == second || (Instant(first) is { } instant && Instant(second) == instant);
        }

        if (IsNumber(one) && IsNumber(other))
        {
            return Number(one) is { } first && Number(other) is { } second
                ? first == second
                : Convert.ToDouble(one.Value, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(other.Value, CultureInfo.InvariantCulture));
        }

        return JToken.DeepEquals(one, other);
    }

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static decimal? Number(JValue value)
        => decimal.TryParse(Convert.ToString(value.Value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Instant(string text)
        => DateTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static string Shown(JValue value)
    {
        var text = value.ToString(Newtonsoft.Json.Formatting.None);
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d")]
    private static partial Regex DateTime();
}
