using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Finds which operations are the same on both sides, and compares each pair.</summary>
internal sealed class OperationsComparison(ChangeList changes, TypeMatching types)
{
    public void Compare(ClientPlan old, ClientPlan @new)
    {
        var operations = PlacedOperation.Match(old, @new);
        foreach (var operation in operations.Removed)
        {
            changes.Add(
                ChangeRules.OperationRemoved,
                operation.Member,
                operation.Plan.SourcePointer,
                null,
                $"'{operation.Member}' ({operation.Plan.Method} {operation.Plan.PathTemplate}) is gone; callers must stop calling it.");
        }

        foreach (var (oldOperation, newOperation) in operations.Pairs)
        {
            Compare(oldOperation, newOperation);
        }

        foreach (var operation in operations.Added)
        {
            changes.Add(
                ChangeRules.OperationAdded,
                operation.Member,
                null,
                operation.Plan.SourcePointer,
                $"'{operation.Member}' ({operation.Plan.Method} {operation.Plan.PathTemplate}) is new; callers may call it.");
        }

        if (operations.IsReordered(operations.Removed.Concat(operations.Pairs.Select(pair => pair.Old)).OrderBy(operation => operation.Position)))
        {
            changes.Add(ChangeRules.OrderChanged, @new.Names.Service, "#/paths", "#/paths", "The operations stand in another order; callers have nothing to do.");
        }
    }

    private void Compare(PlacedOperation old, PlacedOperation @new)
    {
        var (before, after) = (old.Plan, @new.Plan);
        var (oldPointer, newPointer) = (before.SourcePointer, after.SourcePointer);
        if (old.SubClient != @new.SubClient)
        {
            changes.Add(
                ChangeRules.OperationMoved,
                @new.Member,
                oldPointer,
                newPointer,
                $"'{old.Member}' is '{@new.Member}' now: it moved from {NameOf(old.SubClient)} to {NameOf(@new.SubClient)}; callers must call it there.");
        }
        else if (before.Identifier != after.Identifier)
        {
            changes.Add(ChangeRules.OperationRenamed, @new.Member, oldPointer, newPointer, $"'{old.Member}' is called '{@new.Member}' now; callers must use the new name.");
        }

        if (before.Method != after.Method)
        {
            changes.Add(
                ChangeRules.OperationMethodChanged,
                @new.Member,
                oldPointer,
                newPointer,
                $"'{@new.Member}' is sent as {after.Method} instead of {before.Method}; callers' code stays, but programs must be built again.");
        }

        if (before.PathTemplate != after.PathTemplate)
        {
            changes.Add(
                ChangeRules.OperationPathChanged,
                @new.Member,
                oldPointer,
                newPointer,
                $"'{@new.Member}' goes to {after.PathTemplate} instead of {before.PathTemplate}; callers' code stays, but programs must be built again.");
        }

        if (before.ServerSetting != after.ServerSetting)
        {
            changes.Add(
                ChangeRules.OperationServerChanged,
                @new.Member,
                oldPointer,
                newPointer,
                $"'{@new.Member}' goes to the address of '{after.ServerSetting ?? "BaseAddress"}' instead of '{before.ServerSetting ?? "BaseAddress"}'; callers that set addresses must set that one.");
        }

        new ArgumentsComparison(changes, types, old, @new).Compare();
        new AnswersComparison(changes, types, old, @new).Compare();
        new SecurityComparison(changes, old, @new).Compare();
        CompareTexts(old, @new);
    }

    private void CompareTexts(PlacedOperation old, PlacedOperation @new)
    {
        var (before, after) = (old.Plan, @new.Plan);
        Texts.Compare(changes, @new.Member, before.Documentation, after.Documentation, before.SourcePointer, after.SourcePointer);
        if (before.Documentation.Equals(after.Documentation) && !OtherTextsOf(before).OrderBy(text => text, StringComparer.Ordinal).SequenceEqual(OtherTextsOf(after).OrderBy(text => text, StringComparer.Ordinal))
            && IsSameButForTexts(before, after))
        {
            Texts.AddChanged(changes, @new.Member, before.SourcePointer, after.SourcePointer);
        }
    }

    /// <summary>Texts of parameters and answers; those of one that came or went are no change of their own.</summary>
    private static IEnumerable<string?> OtherTextsOf(OperationPlan plan) => plan.Parameters.Select(parameter => parameter.Description)
        .Append(plan.Body?.Description)
        .Append(plan.Result?.Description)
        .Concat(plan.Responses.Select(response => response.Description));

    private static bool IsSameButForTexts(OperationPlan old, OperationPlan @new) =>
        old.Parameters.Count == @new.Parameters.Count && old.Responses.Count == @new.Responses.Count && (old.Body is null) == (@new.Body is null);

    private static string NameOf(string? subClient) => subClient is null ? "the client itself" : $"the sub-client '{subClient}'";
}

/// <summary>An operation and the client that it stands in.</summary>
/// <param name="SubClient">The property of the sub-client; null: the client itself.</param>
/// <param name="Plan">The operation.</param>
/// <param name="Position">Among all of the client.</param>
internal sealed record PlacedOperation(string? SubClient, OperationPlan Plan, int Position)
{
    /// <summary><c>Payments.CreateAsync</c>.</summary>
    public string Member => SubClient is null ? $"{Plan.Identifier}Async" : $"{SubClient}.{Plan.Identifier}Async";

    /// <summary>Method and path with its parameters' names left out, and which of an operation's two methods it is.</summary>
    private string Request => $"{Plan.Method} {string.Concat(Plan.Path.Select(part => part.Literal ?? "{}"))} {(Plan.PrimaryIdentifier is null ? "" : "second")}";

    /// <summary>What stands for the same request is the same operation, whatever it is called; only then does the name decide.</summary>
    public static Matching<PlacedOperation> Match(ClientPlan old, ClientPlan @new) =>
        Matching<PlacedOperation>.By(AllOf(old), AllOf(@new), operation => operation.Request, operation => operation.Member, operation => operation.Plan.OperationId);

    private static IEnumerable<PlacedOperation> AllOf(ClientPlan client) => client.Operations.Select(operation => (SubClient: (string?)null, Plan: operation))
        .Concat(client.SubClients.SelectMany(subClient => subClient.Operations.Select(operation => (SubClient: (string?)subClient.Property, Plan: operation))))
        .Select((operation, index) => new PlacedOperation(operation.SubClient, operation.Plan, index));
}
