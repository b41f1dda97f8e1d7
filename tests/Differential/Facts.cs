using System.Globalization;

namespace Specwright.Differential;

/// <summary>
/// A description as flat statements: place, aspect, value. Both readings come to this form, each by its own walk over its own object model,
/// so that they can be compared without either one knowing the other's shape.
/// </summary>
internal sealed class Facts
{
    private readonly Dictionary<FactKey, string> _values = [];
    private readonly HashSet<string> _silentPlaces = new(StringComparer.Ordinal);
    private readonly HashSet<FactKey> _silentKeys = [];

    public int Count => _values.Count;

    public IEnumerable<FactKey> Keys => _values.Keys;

    /// <summary>Null where nothing is said.</summary>
    public string? this[FactKey key] => _values.GetValueOrDefault(key);

    /// <summary>States something. Null says nothing; of two statements with one key the first counts.</summary>
    public void Add(string place, string aspect, string? value)
    {
        if (value is not null)
        {
            _values.TryAdd(new FactKey(place, aspect), value);
        }
    }

    public void Add(string place, string aspect, bool value) => Add(place, aspect, value ? "true" : "false");

    /// <summary>States a list whose order has no meaning; an empty one says nothing.</summary>
    public void AddSet(string place, string aspect, IEnumerable<string> values)
    {
        var text = string.Join(" ", values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Quoted));
        Add(place, aspect, text.Length == 0 ? null : text);
    }

    /// <summary>This reading cannot tell what stands at the place and below it: whatever the other one says there is not compared.</summary>
    public void SayNothingBelow(string place) => _silentPlaces.Add(place);

    /// <summary>This reading cannot tell one aspect of the place.</summary>
    public void SayNothing(string place, string aspect) => _silentKeys.Add(new FactKey(place, aspect));

    public bool IsSilent(FactKey key)
    {
        if (_silentKeys.Contains(key))
        {
            return true;
        }

        for (var length = key.Place.Length; _silentPlaces.Count > 0 && length > 0; length = key.Place.LastIndexOf('/', length - 1))
        {
            if (_silentPlaces.Contains(key.Place[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Quoted(string value) => value.Contains(' ', StringComparison.Ordinal) || value.Length == 0 ? $"'{value}'" : value;

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
