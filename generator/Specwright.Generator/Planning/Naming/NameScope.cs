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
    private readonly Dictionary<string, Holder> _holders;
    private readonly HashSet<string>? _alwaysReserved;

    /// <param name="ignoreCase">For types (their file names are compared ignoring case), not for members.</param>
    /// <param name="reservedNames">Names that nothing may get.</param>
    /// <param name="expected">How many names there will be, as far as that is known.</param>
    public NameScope(bool ignoreCase, IEnumerable<string> reservedNames, int expected = 0)
    {
        _holders = new(expected, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var name in reservedNames)
        {
            Reserve(name);
        }
    }

    /// <summary>For members: names compare with their case.</summary>
    /// <param name="alwaysReserved">Reserved in every scope of this kind, and looked up where they are: there are thousands of scopes.</param>
    /// <param name="reservedNames">Reserved in this one.</param>
    /// <param name="expected">How many names there will be, as far as that is known.</param>
    public NameScope(HashSet<string> alwaysReserved, IEnumerable<string> reservedNames, int expected = 0)
        : this(ignoreCase: false, reservedNames, expected) => _alwaysReserved = alwaysReserved;

    public bool Contains(string name) => _holders.ContainsKey(name) || _alwaysReserved?.Contains(name) == true;

    public void Reserve(string name) => _holders[name] = new Holder(name, IsReserved: true);

    /// <summary>Names all candidates at once; the result is in their order and does not depend on it.</summary>
    /// <param name="candidates">With different keys.</param>
    /// <param name="reservedSuffix">Makes a name of a reserved one: <c>Model</c> turns <c>Options</c> into <c>OptionsModel</c>.</param>
    /// <param name="findings">Gets one <see cref="Rules.NameCollision"/> for each candidate that did not get its name.</param>
    public IReadOnlyList<string> Add(IReadOnlyList<NameCandidate> candidates, string reservedSuffix, ICollection<Finding> findings)
    {
        var names = new string[candidates.Count];
        for (var position = 0; position < names.Length; position++)
        {
            names[position] = candidates[position].Identifier;
        }

        // Where each gets its name, their order settles nothing.
        if (!TryAdd(candidates))
        {
            Settle(candidates, names, reservedSuffix, findings);
        }

        return names;
    }

    private void Settle(IReadOnlyList<NameCandidate> candidates, string[] names, string reservedSuffix, ICollection<Finding> findings)
    {
        foreach (var position in Enumerable.Range(0, candidates.Count)
            .OrderBy(position => candidates[position].WireName == candidates[position].Identifier ? 0 : 1)
            .ThenBy(position => candidates[position].SettlingKey, StringComparer.Ordinal))
        {
            names[position] = Add(candidates[position], reservedSuffix, findings);
        }
    }

    /// <summary>Names one more; those named before keep their names.</summary>
    /// <param name="candidate">With another key than those before.</param>
    /// <param name="reservedSuffix">As for several.</param>
    /// <param name="findings">Null: nobody sees such names.</param>
    public string Add(NameCandidate candidate, string reservedSuffix, ICollection<Finding>? findings)
    {
        if (!Contains(candidate.Identifier))
        {
            _holders.Add(candidate.Identifier, new Holder(candidate.WireName, IsReserved: false));
            return candidate.Identifier;
        }

        var holder = _holders.TryGetValue(candidate.Identifier, out var found) ? found : new Holder(candidate.Identifier, IsReserved: true);
        var name = Alternatives(candidate, reservedSuffix, holder.IsReserved).First(name => !Contains(name));
        findings?.Add(new Finding
        {
            RuleId = Rules.NameCollision.Id,
            Pointer = candidate.Pointer,
            Arguments = EquatableArray.Of(holder.WireName, candidate.WireName, name),
        });
        _holders.Add(name, new Holder(candidate.WireName, IsReserved: false));
        return name;
    }

    /// <summary>Gives each candidate the name that it wants, or none of them any.</summary>
    private bool TryAdd(IReadOnlyList<NameCandidate> candidates)
    {
        for (var position = 0; position < candidates.Count; position++)
        {
            if (Contains(candidates[position].Identifier))
            {
                while (--position >= 0)
                {
                    _holders.Remove(candidates[position].Identifier);
                }

                return false;
            }

            _holders.Add(candidates[position].Identifier, new Holder(candidates[position].WireName, IsReserved: false));
        }

        return true;
    }

    private static IEnumerable<string> Alternatives(NameCandidate candidate, string reservedSuffix, bool isReserved)
    {
        if (isReserved)
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

    /// <param name="WireName">Of what has the name, as the description calls it.</param>
    /// <param name="IsReserved">Nothing of the description has it.</param>
    private readonly record struct Holder(string WireName, bool IsReserved);
}
