using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares which credentials an operation asks for.</summary>
internal sealed class SecurityComparison(ChangeList changes, PlacedOperation oldOperation, PlacedOperation newOperation)
{
    private readonly OperationPlan _old = oldOperation.Plan;
    private readonly OperationPlan _new = newOperation.Plan;

    public void Compare()
    {
        // Schemes are named as the description names them: their C# names have rules of their own.
        var before = AlternativesOf(_old, changes.Old.Plan.Client);
        var after = AlternativesOf(_new, changes.New.Plan.Client);
        if (before.Keys.Contains("") && !after.Keys.Contains(""))
        {
            Add(ChangeRules.SecurityRequired, $"'{newOperation.Member}' asks for {string.Join(" or ", after.Keys)} now; callers must set it, or calls are refused.");
            return;
        }

        foreach (var (schemes, scopes) in before)
        {
            if (!after.TryGetValue(schemes, out var newScopes))
            {
                Add(ChangeRules.SecurityAlternativeRemoved, $"'{newOperation.Member}' no longer takes {NameOf(schemes)}; callers that set it must set {string.Join(" or ", after.Keys)}.");
                continue;
            }

            if (newScopes.Except(scopes).ToList() is { Count: > 0 } added)
            {
                Add(ChangeRules.SecurityScopesAdded, $"'{newOperation.Member}' asks for the scopes {string.Join(", ", added)} too; callers must bring access tokens that have them.");
            }

            if (scopes.Except(newScopes).ToList() is { Count: > 0 } removed)
            {
                Add(ChangeRules.SecurityScopesRemoved, $"'{newOperation.Member}' no longer asks for the scopes {string.Join(", ", removed)}; callers have nothing to do.");
            }
        }

        foreach (var schemes in after.Keys.Where(schemes => !before.ContainsKey(schemes)))
        {
            Add(
                ChangeRules.SecurityAlternativeAdded,
                schemes.Length == 0 ? $"'{newOperation.Member}' may be called without credentials; callers have nothing to do." : $"'{newOperation.Member}' takes {schemes} too; callers may set it.");
        }
    }

    private void Add(ChangeRule rule, string sentence) => changes.Add(rule, newOperation.Member, _old.SourcePointer, _new.SourcePointer, sentence);

    private static string NameOf(string schemes) => schemes.Length == 0 ? "calls without credentials" : schemes;

    /// <summary>Scopes by the schemes of an alternative, such as <c>key and bearerAuth</c>; the empty text is access without credentials.</summary>
    private static Dictionary<string, IReadOnlyList<string>> AlternativesOf(OperationPlan operation, ClientPlan client)
    {
        var names = client.SecuritySchemes.ToDictionary(scheme => scheme.SchemeField, scheme => scheme.WireName, StringComparer.Ordinal);
        var alternatives = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var alternative in operation.Security)
        {
            var schemes = string.Join(" and ", alternative.Schemes.Select(scheme => $"'{names.GetValueOrDefault(scheme.SchemeField, scheme.SchemeField)}'").Order(StringComparer.Ordinal));
            alternatives[schemes] = [.. alternative.Schemes.SelectMany(scheme => scheme.Scopes)];
        }

        if (alternatives.Count == 0)
        {
            alternatives[""] = [];
        }

        return alternatives;
    }
}
