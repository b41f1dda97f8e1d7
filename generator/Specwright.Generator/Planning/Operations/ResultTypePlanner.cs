using Specwright.Model;
using Specwright.Planning.Naming;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>Plans the type that holds one of several success bodies. The status chose the case, so the cases are closed: there is no unknown one.</summary>
internal static class ResultTypePlanner
{
    private static readonly string[] Members = ["Of", "Switch", "StatusCode", "Dispose"];

    /// <param name="successes">Those with a body, of more than one C# type.</param>
    /// <param name="context">Of the operation.</param>
    public static ResultTypePlan Plan(IReadOnlyList<ResponsePlan> successes, OperationContext context)
    {
        var types = successes.GroupBy(success => success.Type!.Name, StringComparer.Ordinal).ToList();
        var scope = new NameScope(ignoreCase: false, Members);
        var names = scope.Add(
            types.Select(group => new NameCandidate(context.Operation.Pointer, group.Key, UnionCaseNames.WordOf(group.First().Type!), Key: group.Key)).ToList(),
            "Body",
            new List<Finding>());
        var parameters = new NameScope(ignoreCase: false, []);
        return new ResultTypePlan
        {
            Identifier = OperationNamer.ResultOf(context.Identifier),
            Cases = types.Select((group, position) => new ResultCasePlan
            {
                Identifier = names[position],
                ParameterName = parameters.Add(new NameCandidate(group.Key, group.Key, Identifiers.Camel(names[position])), "Body", findings: null),
                Type = group.First().Type!,
                Statuses = group.Select(success => success.Status).ToEquatableArray(),
            }).ToEquatableArray(),
            IsDisposable = successes.Any(success => success.Type!.Shape == TypeShape.Open),
        };
    }
}
