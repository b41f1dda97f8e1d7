using Specwright.Emission;
using Specwright.Golden;
using Specwright.Harness;

namespace Specwright.Shell;

/// <summary>All options work together: every two values of every two options meet, over the descriptions of the golden cases.</summary>
public sealed class OptionMatrixTests
{
    /// <summary>Each row takes every so manyth case, so that the rows together take each of them several times.</summary>
    private const int Stride = 3;

    private static readonly (string Option, string[] Values)[] Options =
    [
        ("Enums", ["open", "closed", "string"]),
        ("DateTypes", ["DateTimeOffset", "DateTime", "string"]),
        ("SubClients", ["never", "always"]),
        ("Types", ["records", "classes"]),
        ("OptionalProperties", ["nullable", "optional"]),
        ("Interfaces", ["true", "false"]),
        ("NumberType", ["decimal", "double"]),
        ("Accessibility", ["public", "internal"]),
        ("Pagination", ["auto", "never"]),
        ("ExcludeOperations", ["", "*e*t*"]),
    ];

    private static readonly IReadOnlyList<int[]> Rows = Pairwise();

    public static TheoryData<int> RowNumbers => new(Enumerable.Range(0, Rows.Count));

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void Row_CompilesWithoutAWarning(int row)
    {
        var names = GoldenCase.Names.Where((_, index) => index % Stride == row % Stride).ToList();
        var project = names.Aggregate(SpecProject.Empty, (project, name) => GoldenCase.Of(name).AddTo(project, name, MetadataOf(row)));

        var files = project.Generate().Select(file => new GeneratedFile(file.Key, file.Value)).ToList();

        // What would not be so if the options of the row did not arrive.
        var text = string.Concat(files.Select(file => file.Text));
        Assert.Equal(
            (Value(row, "Types") == "classes", Value(row, "Interfaces") == "true", Value(row, "Enums") == "closed", Value(row, "Accessibility") == "internal"),
            (text.Contains("sealed partial class Order", StringComparison.Ordinal), text.Contains("partial interface IAcmeClient", StringComparison.Ordinal), text.Contains(" enum ", StringComparison.Ordinal), text.Contains("internal sealed", StringComparison.Ordinal)));
        var problems = CompilationHarness.Problems(CompilationHarness.Compilation(files));
        Assert.True(problems.Count == 0, $"{string.Join(", ", MetadataOf(row))}:\n{string.Join("\n", problems.Take(20))}");
    }

    [Fact]
    public void EveryPairOfValues_StandsInARow()
    {
        foreach (var (first, second) in Pairs())
        {
            Assert.Contains(Rows, row => row[first.Option] == first.Value && row[second.Option] == second.Value);
        }
    }

    private static string Value(int row, string option) => MetadataOf(row)[option];

    private static Dictionary<string, string> MetadataOf(int row) =>
        Options.Select((option, index) => (option.Option, Value: option.Values[Rows[row][index]])).ToDictionary(pair => pair.Option, pair => pair.Value);

    /// <summary>Greedy: each row begins with a pair that is still to come, and takes for the other options what covers most.</summary>
    private static List<int[]> Pairwise()
    {
        var open = Pairs().ToHashSet();
        var rows = new List<int[]>();
        while (open.Count > 0)
        {
            var row = new int[Options.Length];
            Array.Fill(row, -1);
            var (first, second) = open.First();
            row[first.Option] = first.Value;
            row[second.Option] = second.Value;
            for (var option = 0; option < Options.Length; option++)
            {
                if (row[option] < 0)
                {
                    row[option] = Enumerable.Range(0, Options[option].Values.Length).MaxBy(value => open.Count(pair => Covers(pair, row, option, value)));
                }
            }

            open.RemoveWhere(pair => row[pair.First.Option] == pair.First.Value && row[pair.Second.Option] == pair.Second.Value);
            rows.Add(row);
        }

        return rows;
    }

    private static bool Covers(((int Option, int Value) First, (int Option, int Value) Second) pair, int[] row, int option, int value) =>
        (pair.First == (option, value) && row[pair.Second.Option] == pair.Second.Value)
        || (pair.Second == (option, value) && row[pair.First.Option] == pair.First.Value);

    private static IEnumerable<((int Option, int Value) First, (int Option, int Value) Second)> Pairs() =>
        from first in Enumerable.Range(0, Options.Length)
        from second in Enumerable.Range(first + 1, Options.Length - first - 1)
        from one in Enumerable.Range(0, Options[first].Values.Length)
        from other in Enumerable.Range(0, Options[second].Values.Length)
        select ((first, one), (second, other));
}
