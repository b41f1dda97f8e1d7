using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// The cases of one union, and which of them a JSON value is: by the discriminator where there is one, then by the kind of value, then by the members
/// of an object. Of two that fit equally the first counts. Safe to share between threads.
/// </summary>
public sealed class JsonUnionCases
{
    private readonly JsonUnionCase[] _cases;
    private readonly Utf8Names? _discriminator;
    private readonly Utf8Names _values;

    /// <summary>For each discriminator value the cases it names.</summary>
    private readonly int[][] _named;

    /// <summary>The cases that no discriminator value names.</summary>
    private readonly int[] _unnamed;

    /// <summary>For each case the discriminator's index among the members of its codec; -1: it has to be read from its start.</summary>
    private readonly int[] _discriminatorIndexes;

    /// <param name="cases">In the order of the description.</param>
    public JsonUnionCases(params JsonUnionCase[] cases)
        : this(null, cases)
    {
    }

    /// <param name="discriminator">The name of the member whose value names the case; null: there is none.</param>
    /// <param name="cases">In the order of the description.</param>
    public JsonUnionCases(string? discriminator, params JsonUnionCase[] cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        _cases = cases;
        _discriminator = discriminator is null ? null : new Utf8Names([discriminator]);
        string[] values = [.. cases.SelectMany(ValuesOf).Distinct(StringComparer.Ordinal)];
        _values = new Utf8Names(values);
        var all = Enumerable.Range(0, cases.Length).ToArray();
        _named = Array.ConvertAll(values, value => all.Where(index => ValuesOf(cases[index]).Contains(value, StringComparer.Ordinal)).ToArray());
        _discriminatorIndexes = Array.ConvertAll(cases, unionCase => unionCase is JsonObjectCase { DiscriminatorIndex: var index } ? index : -1);
        _unnamed = discriminator is null ? all : [.. all.Where(index => ValuesOf(cases[index]).Length == 0)];
    }

    /// <summary>The index of the case that the value is; -1 where it is none of them.</summary>
    /// <param name="reader">Stands on the value's first token and is not moved.</param>
    public int Find(ref Utf8JsonReader reader)
    {
        if (_discriminator is not null && reader.TokenType == JsonTokenType.StartObject)
        {
            var copy = reader;
            if (FindNamed(ref copy) is { } named)
            {
                return named.Length == 1 ? named[0] : FindBest(reader, named);
            }
        }

        return FindBest(reader, _unnamed);
    }

    /// <summary>
    /// The same, without reading the discriminator twice: where it is the object's first member and <see cref="JsonUnionCase.DiscriminatedAt"/> describes the case that it
    /// names, the reader then stands on the discriminator's value and <paramref name="cursor"/> goes on from there; in all other cases it is not moved.
    /// </summary>
    /// <param name="reader">Stands on the value's first token.</param>
    /// <param name="cursor">For <see cref="IJsonObjectCodec{T}"/>.</param>
    public int Find(ref Utf8JsonReader reader, out JsonMemberCursor cursor)
    {
        cursor = default;
        if (_discriminator is not null && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = reader;
            ApiJson.Advance(ref reader);
            if (reader.TokenType == JsonTokenType.PropertyName && _discriminator.Find(ref reader, 0) == 0)
            {
                ApiJson.Advance(ref reader);
                if (NamedBy(ref reader) is [var named] && _discriminatorIndexes[named] is >= 0 and var index)
                {
                    cursor = JsonMemberCursor.On(index);
                    return named;
                }
            }

            reader = start;
        }

        return Find(ref reader);
    }

    private static string[] ValuesOf(JsonUnionCase unionCase) => unionCase is JsonObjectCase { DiscriminatorValues: var values } ? values : [];

    private int FindBest(Utf8JsonReader reader, int[] candidates)
    {
        var best = -1;
        var bestFit = JsonUnionCase.NoFit;
        foreach (var candidate in candidates)
        {
            var fit = _cases[candidate].Fit(reader);
            if (fit > bestFit)
            {
                best = candidate;
                bestFit = fit;
            }
        }

        return best;
    }

    /// <summary>The cases that the value of the discriminating member names; null where the member is missing or names none.</summary>
    private int[]? FindNamed(ref Utf8JsonReader reader)
    {
        for (ApiJson.Advance(ref reader); reader.TokenType != JsonTokenType.EndObject; ApiJson.Advance(ref reader))
        {
            if (_discriminator!.Find(ref reader, 0) < 0)
            {
                JsonMembers.Skip(ref reader);
                continue;
            }

            ApiJson.Advance(ref reader);
            return NamedBy(ref reader);
        }

        return null;
    }

    /// <summary>The cases that a discriminator's value names; null: none.</summary>
    private int[]? NamedBy(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return null;
        }

        // Numbers and booleans are compared by their text.
        var index = _values.Find(ref reader, -1);
        return index < 0 ? null : _named[index];
    }
}
