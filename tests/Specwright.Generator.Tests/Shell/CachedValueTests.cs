using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Specwright.Shell;

/// <summary>What the compiler keeps between two edits.</summary>
public sealed class CachedValueTests
{
    [Theory]
    [InlineData(TrackingNames.Settings)]
    [InlineData(TrackingNames.DescriptionFiles)]
    [InlineData(TrackingNames.Inputs)]
    [InlineData(TrackingNames.Models)]
    [InlineData(TrackingNames.Plans)]
    [InlineData(TrackingNames.Files)]
    public void CachedValues_HoldNothingOfTheCompiler(string step)
    {
        var values = Assert.Single(SmallSpec.Project().Run().GetRunResult().Results).TrackedSteps[step]
            .SelectMany(run => run.Outputs)
            .Select(output => output.Value)
            .ToList();

        Assert.NotEmpty(values);
        Assert.All(values, value => Walk(value, value.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance)));
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
