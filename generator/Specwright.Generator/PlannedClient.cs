using Specwright.Inputs;
using Specwright.Planning;

namespace Specwright;

/// <summary>The plan of one client.</summary>
/// <param name="HintPrefix">See <see cref="SpecInput.HintPrefix"/>.</param>
/// <param name="Plan">Without its findings: they are the analyzer's.</param>
internal sealed record PlannedClient(string HintPrefix, ApiPlan Plan);
