using System.Text.Json;

namespace Specwright.Json;

/// <summary>A case that is an object: by its discriminator's values, or by the members it has.</summary>
internal sealed class JsonObjectCase : JsonUnionCase
{
    private readonly Utf8Names _names;
    private readonly bool[] _isKnown;
    private readonly bool[] _isRequired;
    private readonly JsonUnionCase?[] _values;
    private readonly bool _isOpen;

    public JsonObjectCase(string[] names, string[] required, (string Name, JsonUnionCase Value)[] members, bool isOpen)
    {
        string[] all = [.. names, .. required.Except(names, StringComparer.Ordinal)];
        _names = new Utf8Names(all);
        _isKnown = System.Array.ConvertAll(all, name => names.Contains(name, StringComparer.Ordinal));
        _isRequired = System.Array.ConvertAll(all, name => required.Contains(name, StringComparer.Ordinal));
        _values = System.Array.ConvertAll(all, name => System.Array.Find(members, member => member.Name == name).Value);
        _isOpen = isOpen;
    }

    /// <summary>Empty where the discriminator does not name the case.</summary>
    public string[] DiscriminatorValues { get; init; } = [];

    /// <summary>The discriminator's index among the members of the case's codec; -1: it is none of them, or the codec cannot go on from it.</summary>
    public int DiscriminatorIndex { get; init; } = -1;

    internal override bool CountsMembers => true;

    /// <summary>The number of known members that are present, here and in objects inside; one more for each that has a value its enumeration knows.</summary>
    internal override int Fit(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return NoFit;
        }

        var seen = _isKnown.Length <= 256 ? stackalloc bool[_isKnown.Length] : new bool[_isKnown.Length];
        var isEmpty = true;
        var knownValues = 0;
        var next = 0;
        for (ApiJson.Advance(ref reader); reader.TokenType != JsonTokenType.EndObject; ApiJson.Advance(ref reader))
        {
            isEmpty = false;
            var index = _names.Find(ref reader, next);
            if (index >= 0)
            {
                seen[index] = true;
                next = index + 1;
                if (_values[index] is { } value && FitOfMember(value, reader) is var fit)
                {
                    if (fit == NoFit)
                    {
                        return NoFit;
                    }

                    knownValues += value.CountsMembers ? fit : fit == IsKnownValue ? 1 : 0;
                }
            }

            JsonMembers.Skip(ref reader);
        }

        var known = 0;
        for (var index = 0; index < seen.Length; index++)
        {
            if (_isRequired[index] && !seen[index])
            {
                return NoFit;
            }

            known += seen[index] && _isKnown[index] ? 1 : 0;
        }

        return known > 0 || isEmpty || _isOpen ? known + knownValues : NoFit;
    }

    private static int FitOfMember(JsonUnionCase value, Utf8JsonReader reader)
    {
        ApiJson.Advance(ref reader);
        return reader.TokenType == JsonTokenType.Null ? 0 : value.Fit(reader);
    }
}
