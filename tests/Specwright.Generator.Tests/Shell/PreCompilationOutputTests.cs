using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specwright.Shell;

/// <summary>What other generators of a project see of a client. This file is compiled against a compiler that lets them see it and against one that does not.</summary>
public sealed class PreCompilationOutputTests
{
    private static readonly Version FirstThatCan = new(5, 9);

    private static bool CompilerCan => typeof(Compilation).Assembly.GetName().Version >= FirstThatCan;

    [Fact]
    public void OtherGenerator_SeesTheClient_WhereTheCompilerCan()
    {
        var results = SmallSpec.Project().Run(others: new Onlooker()).GetRunResult().Results;

        Assert.All(results, result => Assert.Null(result.Exception));
        Assert.Equal(CompilerCan ? "string OrderId" : "nothing", SeenBy(results));
    }

    [Fact]
    public void OtherGenerator_SeesNothing_WhereTheProjectSaysSo()
    {
        var results = SmallSpec.Project().WithProperty("SpecwrightSeenByGenerators", "False").Run(others: new Onlooker()).GetRunResult().Results;

        Assert.Equal("nothing", SeenBy(results));
    }

    [Theory]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("false")]
    public void EachFile_IsAddedOnce_AndIsTheSame(string choice)
    {
        var driver = SmallSpec.Project().WithProperty("SpecwrightSeenByGenerators", choice).Run();
        driver.RunGeneratorsAndUpdateCompilation(SpecProject.Compilation(), out var compilation, out var diagnostics);

        Assert.Empty(diagnostics);
        var own = SpecProject.Compilation().SyntaxTrees.Count();
        var trees = compilation.SyntaxTrees.Skip(own).ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString());
        Assert.Equal(compilation.SyntaxTrees.Count() - own, trees.Count);
        Assert.Equal(
            ClientSteps.Run(Inputs.SpecInputs.Of([new() { Path = SpecProject.Directory + SmallSpec.Path, Text = SmallSpec.Text(), Spec = new() }], new("Shop", SpecProject.Directory)), Planning.FileDivision.ForCompiler, default)
                .ToDictionary(file => file.HintName, file => file.Text)
                .OrderBy(file => file.Key, StringComparer.Ordinal),
            trees.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Switch_PlansNothingAgain()
    {
        var project = SmallSpec.Project();
        var before = project.Run();
        var driver = project.WithProperty("SpecwrightSeenByGenerators", "false").RunAgain(before, project);

        var steps = Assert.Single(driver.GetRunResult().Results).TrackedSteps;
        Assert.All(steps[TrackingNames.Plans].SelectMany(run => run.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.Equal(SpecProject.SourcesOf(before).OrderBy(file => file.Key, StringComparer.Ordinal), SpecProject.SourcesOf(driver).OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Method_IsFound_WhereTheCompilerHasIt() =>
        Assert.Equal(CompilerCan, PreCompilationOutput.Find<string>(typeof(IncrementalGeneratorInitializationContext)) is not null);

    [Fact]
    public void Method_IsTheOneForManyValues()
    {
        var found = PreCompilationOutput.Find<string>(typeof(AsWeKnowIt));

        Assert.Equal(typeof(IncrementalValuesProvider<string>), found?.Register.GetParameters()[0].ParameterType);
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(ForOneValueOnly))]
    [InlineData(typeof(WithOneMoreParameter))]
    [InlineData(typeof(WithConstraint))]
    [InlineData(typeof(WithOtherDelegate))]
    [InlineData(typeof(WithClassAsContext))]
    [InlineData(typeof(WithoutAddSource))]
    [InlineData(typeof(WithoutTypeParameter))]
    public void MethodOfAnotherShape_IsNotCalled(Type context) => Assert.Null(PreCompilationOutput.Find<string>(context));

    private static string SeenBy(IEnumerable<GeneratorRunResult> results) =>
        results.SelectMany(result => result.GeneratedSources).Single(source => source.HintName == "Seen.g.cs").SourceText.ToString();

    /// <summary>Asks the compilation for one of our types, as the generators of System.Text.Json, Refit or Mapperly do.</summary>
    private sealed class Onlooker : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var seen = context.CompilationProvider.Select((compilation, _) =>
                compilation.GetTypeByMetadataName("Shop.Acme.Order")?.GetMembers("OrderId").OfType<IPropertySymbol>().FirstOrDefault() is { } property
                    ? $"{property.Type} {property.Name}"
                    : "nothing");
            context.RegisterSourceOutput(seen, (output, text) => output.AddSource("Seen.g.cs", SourceText.From(text, Encoding.UTF8)));
        }
    }

    private readonly struct Production
    {
        public void AddSource(string hintName, SourceText text)
        {
            _ = hintName;
            _ = text;
        }
    }

    private readonly struct Mute;

    private sealed class ProductionClass
    {
        public void AddSource(string hintName, SourceText text)
        {
            _ = hintName;
            _ = text;
        }
    }

    private sealed class AsWeKnowIt
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValueProvider<T> value, Action<Production, T> action)
        {
        }

        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Action<Production, T> action)
        {
        }
    }

    private sealed class ForOneValueOnly
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValueProvider<T> value, Action<Production, T> action)
        {
        }
    }

    private sealed class WithOneMoreParameter
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Action<Production, T> action, int order)
        {
        }
    }

    private sealed class WithConstraint
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Action<Production, T> action)
            where T : IDisposable
        {
        }
    }

    private sealed class WithOtherDelegate
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Func<Production, T> action)
        {
        }
    }

    private sealed class WithClassAsContext
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Action<ProductionClass, T> action)
        {
        }
    }

    private sealed class WithoutAddSource
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> values, Action<Mute, T> action)
        {
        }
    }

    private sealed class WithoutTypeParameter
    {
        public void RegisterPreCompilationSourceOutput(IncrementalValuesProvider<string> values, Action<Production, string> action)
        {
        }
    }
}
