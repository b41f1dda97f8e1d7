using System.Collections.Concurrent;
using Specwright.Emission;
using Specwright.Planning;

namespace Specwright.Fuzzing.Running;

/// <summary>Emits files of descriptions that are nearly the same. As in the compiler, a plan that is equal to the one before gives the file of then.</summary>
internal sealed class RepeatedEmission
{
    private readonly ConcurrentDictionary<string, (FilePlan Plan, GeneratedFile File)> _first = new(StringComparer.Ordinal);

    public GeneratedFile Emit(FilePlan plan)
    {
        if (_first.TryGetValue(plan.HintName, out var first) && first.Plan.Equals(plan))
        {
            return first.File;
        }

        var file = FileEmitter.Emit(plan);
        _first.TryAdd(plan.HintName, (plan, file));
        return file;
    }
}
