using System.Text.Json;

namespace Specwright.Json;

/// <summary>What tells one case of a union from the others by looking at the JSON, before anything is read.</summary>
public abstract class JsonUnionCase
{
    /// <summary>The value is of another kind.</summary>
    internal const int NoFit = -1;

    /// <summary>The kind is right and nothing more is known.</summary>
    private const int Fits = 0;

    private const int FitsKind = 1;
    private const int FitsFormat = 2;
    private protected const int IsKnownValue = 3;

    private protected JsonUnionCase()
    {
    }

    /// <summary>Any value.</summary>
    public static JsonUnionCase Any { get; } = new AnyCase();

    /// <summary>Any string; a case that says more of the string goes before it.</summary>
    public static JsonUnionCase Text { get; } = new KindCase(JsonTokenType.String, JsonTokenType.String);

    /// <summary><c>true</c> and <c>false</c>.</summary>
    public static JsonUnionCase Boolean { get; } = new KindCase(JsonTokenType.True, JsonTokenType.False);

    /// <summary>An open enumeration of strings: another string fits too, but worse than any other string case.</summary>
    public static JsonUnionCase TextOf(params string[] values) => new TextEnumerationCase(new Utf8Names(values));

    /// <summary>A string that the codec can read, such as a date.</summary>
    public static JsonUnionCase TextAs<T, TCodec>()
        where TCodec : IJsonCodec<T>
        => new CodecCase<T, TCodec>(JsonTokenType.String);

    /// <summary>An open enumeration of integers: another integer fits too, but worse than any other number case.</summary>
    public static JsonUnionCase NumberOf(params long[] values) => new NumberEnumerationCase(values);

    /// <summary>A number that the codec can read: neither too large for it nor, for an integer, broken.</summary>
    public static JsonUnionCase NumberAs<T, TCodec>()
        where TCodec : IJsonCodec<T>
        => new CodecCase<T, TCodec>(JsonTokenType.Number);

    /// <summary>An array; its first item decides, and among objects the best of them: optional members may be in any.</summary>
    public static JsonUnionCase Array(JsonUnionCase item) => new ArrayCase(item);

    /// <summary>Exactly this string.</summary>
    public static JsonUnionCase Constant(string value) => new ConstantCase(value);

    /// <summary>An object that has all required members, and that has a known one unless it is empty or may have any.</summary>
    /// <param name="names">The known members.</param>
    /// <param name="required">Those that must be present, be they among <paramref name="names"/> or not.</param>
    /// <param name="members">Known members whose values must fit too; null always does.</param>
    /// <param name="isOpen">Whether an object without any of the known members fits: a map.</param>
    public static JsonUnionCase Object(string[] names, string[]? required = null, (string Name, JsonUnionCase Value)[]? members = null, bool isOpen = false)
        => new JsonObjectCase(names, required ?? [], members ?? [], isOpen);

    /// <summary>An object that the discriminator names.</summary>
    /// <param name="values">The values of the discriminating member.</param>
    public static JsonUnionCase Discriminated(params string[] values) => new JsonObjectCase([], [], [], isOpen: true) { DiscriminatorValues = values };

    /// <summary>An object that the discriminator names and whose codec is an <see cref="IJsonObjectCodec{T}"/>.</summary>
    /// <param name="index">The discriminator's index among the members of that codec.</param>
    /// <param name="values">The values of the discriminating member.</param>
    public static JsonUnionCase DiscriminatedAt(int index, params string[] values)
        => new JsonObjectCase([], [], [], isOpen: true) { DiscriminatorValues = values, DiscriminatorIndex = index };

    /// <summary>An object that the discriminator names together with others, among which the members decide.</summary>
    /// <param name="values">The values of the discriminating member.</param>
    /// <param name="names">The known members.</param>
    /// <param name="required">Those that must be present.</param>
    /// <param name="members">Known members whose values must fit too; null always does.</param>
    public static JsonUnionCase Discriminated(string[] values, string[] names, string[]? required = null, (string Name, JsonUnionCase Value)[]? members = null)
        => new JsonObjectCase(names, required ?? [], members ?? [], isOpen: true) { DiscriminatorValues = values };

    /// <summary>Whether <see cref="Fit"/> is a number of members, not one of the constants.</summary>
    internal virtual bool CountsMembers => false;

    /// <summary>How well the value fits that the reader stands on: the more, the better; <see cref="NoFit"/> if it does not.</summary>
    /// <param name="reader">A copy: it may be moved.</param>
    internal abstract int Fit(Utf8JsonReader reader);

    private sealed class AnyCase : JsonUnionCase
    {
        internal override int Fit(Utf8JsonReader reader) => Fits;
    }

    private sealed class KindCase(JsonTokenType kind, JsonTokenType otherKind) : JsonUnionCase
    {
        internal override int Fit(Utf8JsonReader reader) => reader.TokenType == kind || reader.TokenType == otherKind ? FitsKind : NoFit;
    }

    private sealed class ConstantCase(string value) : JsonUnionCase
    {
        internal override int Fit(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value) ? IsKnownValue : NoFit;
    }

    private sealed class TextEnumerationCase(Utf8Names values) : JsonUnionCase
    {
        internal override int Fit(Utf8JsonReader reader)
            => reader.TokenType != JsonTokenType.String ? NoFit : values.Find(ref reader, -1) >= 0 ? IsKnownValue : Fits;
    }

    private sealed class NumberEnumerationCase(long[] values) : JsonUnionCase
    {
        internal override int Fit(Utf8JsonReader reader)
            => reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) ? NoFit
                : System.Array.IndexOf(values, number) >= 0 ? IsKnownValue
                : Fits;
    }

    private sealed class CodecCase<T, TCodec>(JsonTokenType kind) : JsonUnionCase
        where TCodec : IJsonCodec<T>
    {
        internal override int Fit(Utf8JsonReader reader)
        {
            if (reader.TokenType != kind)
            {
                return NoFit;
            }

            try
            {
                TCodec.Read(ref reader);
                return FitsFormat;
            }
            catch (Exception exception) when (ApiJson.IsReadError(exception))
            {
                return NoFit;
            }
        }
    }

    private sealed class ArrayCase(JsonUnionCase item) : JsonUnionCase
    {
        internal override bool CountsMembers => item.CountsMembers;

        internal override int Fit(Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                return NoFit;
            }

            var best = Fits;
            var isFirst = true;
            for (ApiJson.Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; ApiJson.Advance(ref reader))
            {
                if (reader.TokenType != JsonTokenType.Null)
                {
                    var fit = item.Fit(reader);
                    best = isFirst || fit == NoFit ? fit : Math.Max(best, fit);
                }

                if (best == NoFit || !item.CountsMembers)
                {
                    return best;
                }

                isFirst = false;
                JsonMembers.Skip(ref reader);
            }

            return best;
        }
    }
}
