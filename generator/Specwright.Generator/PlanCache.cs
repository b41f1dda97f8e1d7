using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Reuse;

namespace Specwright;

/// <summary>Remembers plans as long as their description lives, so that generator and analyzer plan once, and gives each what planning the last description with the same options left.</summary>
internal static class PlanCache
{
    /// <summary>Projects of a build, as far as they ask in turn.</summary>
    private const int MaxRecent = 32;

    private static readonly ConditionalWeakTable<ApiDescription, ConcurrentDictionary<ClientOptions, Entry>> Plans = new();

    /// <summary>Most recent last. Weak: a memory lives as long as the description that it is of.</summary>
    private static readonly List<(ClientOptions Options, WeakReference<PlanMemory> Memory)> Recent = [];

    public static PlanResult Plan(ApiDescription description, ClientOptions options) =>
        Plans.GetOrCreateValue(description).GetOrAdd(options, chosen => PlanOnce(description, chosen)).Result;

    private static Entry PlanOnce(ApiDescription description, ClientOptions options)
    {
        var memory = new PlanMemory(MemoryOf(options));
        var result = ClientPlanner.Plan(description, options, memory);
        lock (Recent)
        {
            Recent.RemoveAll(recent => recent.Options == options || !recent.Memory.TryGetTarget(out _));
            Recent.Add((options, new(memory)));
            if (Recent.Count > MaxRecent)
            {
                Recent.RemoveAt(0);
            }
        }

        return new(result, memory);
    }

    private static PlanMemory? MemoryOf(ClientOptions options)
    {
        lock (Recent)
        {
            var index = Recent.FindIndex(recent => recent.Options == options);
            return index >= 0 && Recent[index].Memory.TryGetTarget(out var memory) ? memory : null;
        }
    }

    private sealed class Entry(PlanResult result, PlanMemory memory)
    {
        public PlanResult Result { get; } = result;

        public PlanMemory Memory { get; } = memory;
    }
}
