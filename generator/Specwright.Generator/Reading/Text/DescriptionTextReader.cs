using Specwright.Model;

namespace Specwright.Reading.Text;

/// <summary>A text's tree, or the finding that says why there is none.</summary>
internal sealed class TextReadResult
{
    public Node? Root { get; init; }

    /// <summary>Members whose name stands more than once in their object; the last value counts.</summary>
    public IReadOnlyList<Node> Duplicates { get; init; } = [];

    public Finding? Problem { get; init; }

    /// <summary>Where the problem is; null without one.</summary>
    public TextPosition? ProblemPosition { get; init; }
}

/// <summary>Reads JSON or YAML, whichever the content is: file names lie more often than first characters.</summary>
internal static class DescriptionTextReader
{
    public static TextReadResult Read(SourceText source, string rootPointer, NodeBudget budget)
    {
        try
        {
            NodeBudget.CheckLength(source);
            var duplicates = new List<Node>();
            var root = IsJson(source.Text)
                ? new JsonTextReader(source, budget, duplicates).Read()
                : new YamlTextReader(source, budget, duplicates).Read();
            return new TextReadResult { Root = root, Duplicates = duplicates };
        }
        catch (TextProblemException problem)
        {
            return new TextReadResult
            {
                Problem = new Finding { RuleId = problem.Rule.Id, Pointer = rootPointer, Arguments = problem.Arguments.ToEquatableArray() },
                ProblemPosition = problem.SourceText.PositionOf(problem.Start, 1),
            };
        }
    }

    /// <summary>An object or array whose first entry is written as JSON writes it. A YAML flow mapping with bare keys is none.</summary>
    private static bool IsJson(string text)
    {
        var index = SkipBlank(text, 0);
        if (index == text.Length || text[index] is not ('{' or '['))
        {
            return false;
        }

        var isObject = text[index] == '{';
        index = SkipBlank(text, index + 1);
        return index == text.Length || !isObject || text[index] is '"' or '}';
    }

    private static int SkipBlank(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            index++;
        }

        return index;
    }
}
