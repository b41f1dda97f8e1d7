using System.Reflection;
using Microsoft.CodeAnalysis;
using Specwright.Emission;
using Specwright.Harness;

namespace Specwright.Golden;

/// <summary>Compiles the <c>Usage.cs</c> of a case together with the generated code, as one strict consumer, and runs it.</summary>
internal static class GoldenUsage
{
    /// <summary>
    /// What implicit usings would bring, for that one file: globally they would hide a missing using of the generated code. Errors and stack
    /// traces name lines of the file as it lies there.
    /// </summary>
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Specwright;
        using Specwright.Golden;
        using Xunit;
        #line 1 "Usage.cs"

        """;

    private static readonly MetadataReference Wire = MetadataReference.CreateFromFile(typeof(GoldenWire).Assembly.Location);

    public static Assembly Compile(GoldenCase @case, IReadOnlyDictionary<string, string> generated)
    {
        var files = generated.Select(file => new GeneratedFile(file.Key, file.Value));
        return CompilationHarness.Load(CompilationHarness.Compilation(files, Usings + File.ReadAllText(@case.UsagePath)).AddReferences(Wire));
    }

    /// <summary>Calls each public static method of the class <c>Usage</c>, each with a wire of its own.</summary>
    public static async Task RunAsync(Assembly assembly)
    {
        var methods = assembly.GetType("Usage", throwOnError: true)!.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            using var wire = new GoldenWire();
            if (assembly.Call("Usage", method.Name, method.GetParameters().Length == 0 ? [] : [wire]) is Task running)
            {
                await running;
            }

            Assert.True(wire.Unfetched == 0, $"{method.Name} leaves {wire.Unfetched} prepared answers unfetched.");
        }
    }
}
