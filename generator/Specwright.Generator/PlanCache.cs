using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Specwright.Model;
using Specwright.Planning;

namespace Specwright;

/// <summary>Remembers plans as long as their description lives, so that generator and analyzer plan once.</summary>
internal static class PlanCache
{
    private static readonly ConditionalWeakTable<ApiDescription, ConcurrentDictionary<ClientOptions, PlanResult>> Plans = new();

    public static PlanResult Plan(ApiDescription description, ClientOptions options) =>
        Plans.GetOrCreateValue(description).GetOrAdd(options, chosen => ClientPlanner.Plan(description, chosen));
}
