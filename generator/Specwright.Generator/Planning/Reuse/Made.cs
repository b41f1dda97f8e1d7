using Specwright.Model;

namespace Specwright.Planning.Reuse;

/// <summary>A plan, and what there is to report of it.</summary>
internal sealed record Made<TPlan>(TPlan Plan, EquatableArray<Finding> Findings);
