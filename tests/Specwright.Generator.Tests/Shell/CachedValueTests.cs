using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>What the compiler keeps between two edits.</summary>
public sealed class CachedValueTests
{
    /// <summary>All that a file came from, steps without a name too, back to where the compiler's own objects end.</summary>
    [Fact]
    public void CachedValues_HoldNothingOfTheCompiler()
    {
        var result = Assert.Single(SmallSpec.Project().WithFile("specs/acme.overlay.yaml", IncrementalStepTests.Overlay("Overlaid.")).Run().GetRunResult().Results);
        var steps = StepsAfter(result, first: TrackingNames.Texts);

        Assert.Equal(
            AllNames().Except([TrackingNames.Texts]).Order(StringComparer.Ordinal),
            steps.Select(step => step.Name).OfType<string>().Distinct().Where(AllNames().Contains).Order(StringComparer.Ordinal));
        Assert.All(
            steps.SelectMany(step => step.Outputs.Select(output => (Name: step.Name ?? "a step without a name", output.Value))),
            value => Walk(value.Value, value.Name, new HashSet<object>(ReferenceEqualityComparer.Instance)));
    }

    [Fact]
    public void TheCompilersOwnObjects_EndWithTheTexts()
    {
        var texts = Assert.Single(SmallSpec.Project().Run().GetRunResult().Results).TrackedSteps[TrackingNames.Texts].SelectMany(run => run.Outputs).Select(output => output.Value);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Assert.All(texts, value => Walk(value, "", new HashSet<object>(ReferenceEqualityComparer.Instance))));
    }

    [Fact]
    public void OldCompilation_IsCollected()
    {
        var driver = SmallSpec.Project().Run();
        var (next, old) = RunOverPassingCompilation(driver);
        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(next);
    }

    private static IReadOnlyList<string> AllNames() =>
        typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!).ToList();

    /// <summary>The steps that led to a file, back to the first one. That one is not among them, nor are the compiler's inputs and the outputs themselves, which hold what was added.</summary>
    private static IReadOnlyCollection<IncrementalGeneratorRunStep> StepsAfter(GeneratorRunResult result, string first)
    {
        var outputs = result.TrackedOutputSteps.SelectMany(steps => steps.Value).ToList();
        var inputs = result.TrackedSteps.Where(steps => !AllNames().Contains(steps.Key)).SelectMany(steps => steps.Value);
        var found = new HashSet<IncrementalGeneratorRunStep>();
        var unvisited = new Queue<IncrementalGeneratorRunStep>(outputs);
        while (unvisited.TryDequeue(out var step))
        {
            if (step.Name != first && found.Add(step))
            {
                step.Inputs.ToList().ForEach(input => unvisited.Enqueue(input.Source));
            }
        }

        found.ExceptWith(outputs);
        found.ExceptWith(inputs);
        return found;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Compilation) RunOverPassingCompilation(GeneratorDriver driver)
    {
        var passing = SpecProject.Compilation("class Passing;");
        driver = driver.RunGenerators(passing);
        return (driver.RunGenerators(SpecProject.Compilation("class Next;")), new WeakReference(passing));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) ?? false, $"{path} is a {type}");
        if (value is Array array)
        {
            // Arrays occur inside EquatableArray only, which compares them by content.
            foreach (var item in (IEnumerable)array)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{path}: {type} does not compare by value");
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
