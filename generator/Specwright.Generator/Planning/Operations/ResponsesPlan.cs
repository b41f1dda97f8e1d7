using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>What one method makes of the answers of its operation.</summary>
internal sealed record ResponsesPlan
{
    /// <summary>Exact statuses first, then ranges, then <c>default</c>; success and errors.</summary>
    public EquatableArray<ResponsePlan> Responses { get; init; }

    /// <summary>Null: no success has a body.</summary>
    public ResultPlan? Result { get; init; }
}
