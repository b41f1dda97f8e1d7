using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Operations;

namespace Specwright.Planning.Selection;

/// <summary>The part of a description that a client is made of.</summary>
internal static class SelectedOperations
{
    /// <summary>
    /// The description with the operations and webhooks that are selected, and the schemas that these need. Without a selection, and with nothing hidden in the
    /// description itself, every schema stays, used or not.
    /// </summary>
    public static ApiDescription Of(ApiDescription description, OperationSelection selection, ICollection<Finding> findings)
    {
        if (selection.IsEmpty && !description.HasHiddenOperations)
        {
            return description;
        }

        var filters = FiltersOf(selection);
        var operations = description.Operations.Where(IsSelected).ToEquatableArray();
        var pointers = new HashSet<string>(operations.Select(operation => operation.Pointer), StringComparer.Ordinal);
        var webhooks = description.Webhooks.Select(SelectedOf).OfType<Webhook>().ToEquatableArray();
        foreach (var filter in filters)
        {
            filter.ReportUnmatched(findings);
        }

        var selected = description with { Operations = operations, Webhooks = webhooks };
        return selected with { Schemas = ReachableSchemas.Of(selected) };

        Webhook? SelectedOf(Webhook webhook) => webhook.Callback is { } callback ? CalledBy(webhook, callback) : IsSelected(webhook.Operation) ? webhook : null;

        // Those who ask for a callback decide of it; the first of them names it.
        Webhook? CalledBy(Webhook webhook, Callback callback)
        {
            var callers = callback.OtherCallerPointers.Prepend(callback.CallerPointer).Where(pointers.Contains).ToList();
            return callers.Count == 0 ? null : webhook with
            {
                Callback = callback with { CallerPointer = callers[0], OtherCallerPointers = callers.Skip(1).ToEquatableArray() },
            };
        }

        // Every filter sees every operation: a pattern that nothing matches is told from one that another filter made needless.
        bool IsSelected(Operation operation) => filters.Select(filter => filter.Allows(operation)).ToList().TrueForAll(allows => allows);
    }

    private static List<OperationFilter> FiltersOf(OperationSelection selection)
    {
        var filters = new List<OperationFilter>();
        Add("IncludeTags", selection.IncludeTags, NamePattern.OfName, operation => operation.Tags, isInclusion: true);
        Add("ExcludeTags", selection.ExcludeTags, NamePattern.OfName, operation => operation.Tags, isInclusion: false);
        Add("IncludePaths", selection.IncludePaths, NamePattern.OfPath, operation => [operation.Path], isInclusion: true);
        Add("ExcludePaths", selection.ExcludePaths, NamePattern.OfPath, operation => [operation.Path], isInclusion: false);
        Add("IncludeOperations", selection.IncludeOperations, NamePattern.OfName, IdsOf, isInclusion: true);
        Add("ExcludeOperations", selection.ExcludeOperations, NamePattern.OfName, IdsOf, isInclusion: false);
        return filters;

        void Add(string option, EquatableArray<string> names, Func<string, NamePattern> pattern, Func<Operation, IEnumerable<string>> namesOf, bool isInclusion)
        {
            if (!names.IsEmpty)
            {
                filters.Add(new OperationFilter(option, names.Select(pattern).ToList(), namesOf, isInclusion));
            }
        }
    }

    private static IEnumerable<string> IdsOf(Operation operation) => [OperationNamer.IdOf(operation), $"{operation.Method} {operation.Path}"];

    /// <summary>One option of the selection.</summary>
    private sealed class OperationFilter(string option, IReadOnlyList<NamePattern> patterns, Func<Operation, IEnumerable<string>> namesOf, bool isInclusion)
    {
        private readonly HashSet<NamePattern> _matched = [];

        public bool Allows(Operation operation)
        {
            var names = namesOf(operation).ToList();
            var matching = patterns.Where(pattern => names.Exists(pattern.Matches)).ToList();
            _matched.UnionWith(matching);
            return matching.Count > 0 == isInclusion;
        }

        public void ReportUnmatched(ICollection<Finding> findings)
        {
            foreach (var pattern in patterns.Where(pattern => !_matched.Contains(pattern)))
            {
                findings.Add(new Finding { RuleId = Rules.OptionUnmatched.Id, Pointer = "#", Arguments = EquatableArray.Of(option, pattern.Text) });
            }
        }
    }
}
