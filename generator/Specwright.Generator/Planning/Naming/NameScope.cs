using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Planning.Naming;

/// <summary>A wish for a name.</summary>
/// <param name="Pointer">Where the named thing stands in the description.</param>
/// <param name="WireName">As the description calls it.</param>
/// <param name="Identifier">The C# name it would have alone.</param>
/// <param name="Key">Settles collisions instead of the pointer, for things whose pointer moves or is shared.</param>
internal sealed record NameCandidate(string Pointer, string WireName, string Identifier, string? Key = null)
{
    public string SettlingKey => Key ?? Pointer;
}

/// <summary>Names that must differ from each other.</summary>
/// <remarks>
/// Two things that want one name are told apart by where they stand, not by which came first: the one that the description spells exactly like
/// the C# name keeps it, then the one with the lower pointer; the others get a hash of their own pointer. A counter would rename all later ones
/// when a schema is added between them; so only one that takes precedence over the plain name's holder can rename anything.
/// </remarks>
internal sealed class NameScope
{
    private readonly Dictionary<string, string> _wireNames;
    private readonly HashSet<string> _reservedNames;

    /// <param name="ignoreCase">For types (their file names are compared ignoring case), not for members.</param>
    /// <param name="reservedNames">Names that nothing may get.</param>
    public NameScope(bool ignoreCase, IEnumerable<string> reservedNames)
    {
        var comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _wireNames = new(comparer);
        _reservedNames = new(comparer);
        foreach (var name in reservedNames)
        {
            Reserve(name);
        }
    }

    public bool Contains(string name) => _wireNames.ContainsKey(name);

    public void Reserve(string name)
    {
        _wireNames[name] = name;
        _reservedNames.Add(name);
    }

    /// <summary>Names all candidates at once; the result is in their order and does not depend on it.</summary>
    /// <param name="candidates">With different keys.</param>
    /// <param name="reservedSuffix">Makes a name of a reserved one: <c>Model</c> turns <c>Options</c> into <c>OptionsModel</c>.</param>
    /// <param name="findings">Gets one <see cref="Rules.NameCollision"/> for each candidate that did not get its name.</param>
    public IReadOnlyList<string> Add(IReadOnlyList<NameCandidate> candidates, string reservedSuffix, ICollection<Finding> findings)
    {
        var names = new string[candidates.Count];
        foreach (var position in Enumerable.Range(0, candidates.Count)
            .OrderBy(position => candidates[position].WireName == candidates[position].Identifier ? 0 : 1)
            .ThenBy(position => candidates[position].SettlingKey, StringComparer.Ordinal))
        {
            names[position] = Add(candidates[position], reservedSuffix, findings);
        }

        return names;
    }

    /// <summary>Names one more; those named before keep their names.</summary>
    public string Add(NameCandidate candidate, string reservedSuffix, ICollection<Finding> findings)
    {
        if (!_wireNames.TryGetValue(candidate.Identifier, out var holder))
        {
            _wireNames[candidate.Identifier] = candidate.WireName;
            return candidate.Identifier;
        }

        var name = Alternatives(candidate, reservedSuffix).First(name => !_wireNames.ContainsKey(name));
        findings.Add(new Finding
        {
            RuleId = Rules.NameCollision.Id,
            Pointer = candidate.Pointer,
            Arguments = EquatableArray.Of(holder, candidate.WireName, name),
        });
        _wireNames[name] = candidate.WireName;
        return name;
    }

    private IEnumerable<string> Alternatives(NameCandidate candidate, string reservedSuffix)
    {
        if (_reservedNames.Contains(candidate.Identifier))
        {
            yield return candidate.Identifier + reservedSuffix;
        }

        for (var digits = 4; digits <= 8; digits++)
        {
            yield return candidate.Identifier + "_" + StableHash.Of(candidate.SettlingKey, digits);
        }

        for (var number = 2; ; number++)
        {
            yield return candidate.Identifier + "_" + StableHash.Of(candidate.SettlingKey, 8) + "_" + number.ToString(CultureInfo.InvariantCulture);
        }
    }
}
