using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text.Repairs;

namespace Specwright.Reading.Text;

/// <summary>A finding about the text itself, which may be at a place where no node is.</summary>
internal sealed record PlacedFinding(Finding Finding, TextPosition Position);

/// <summary>Reads JSON or YAML, whichever the content is: file names lie more often than first characters.</summary>
internal static class DescriptionTextReader
{
    public static TextReadResult Read(SourceText source, string rootPointer, NodeBudget budget)
    {
        var repairs = new List<TextRepair>();
        try
        {
            NodeBudget.CheckLength(source);
            var duplicates = new List<Node>();
            var spent = budget.Spent;
            var (root, parts) = IsJson(source.Text)
                ? (ReadJson(source, budget, duplicates, repairs), SelfContainedParts.Values)
                : ReadYaml(source, budget, duplicates, repairs);
            NodeBudget.CheckBreadth(root);
            return new TextReadResult
            {
                Source = source,
                Root = root,
                Parts = duplicates.Count == 0 && repairs.Count == 0 && !source.HasByteOrderMark ? parts : SelfContainedParts.None,
                Spent = budget.Spent - spent,
                Duplicates = duplicates,
                Repairs = [.. repairs.Select(repair => Place(repair, source, rootPointer))],
            };
        }
        catch (TextProblemException problem)
        {
            return new TextReadResult
            {
                Source = source,
                Problem = new Finding { RuleId = problem.Rule.Id, Pointer = rootPointer, Arguments = problem.Arguments.ToEquatableArray() },
                ProblemPosition = problem.SourceText.PositionOf(problem.Start, 1),
            };
        }
    }

    private static (Node Root, SelfContainedParts Parts) ReadYaml(SourceText source, NodeBudget budget, List<Node> duplicates, List<TextRepair> repairs)
    {
        var recovery = new YamlRecovery(source, budget, duplicates, repairs);
        return (recovery.Read(), recovery.IsSelfContained ? SelfContainedParts.Entries : SelfContainedParts.None);
    }

    /// <summary>JSON as RFC 8259 has it; else with comments and trailing commas; else as the YAML that many tools take it for.</summary>
    private static Node ReadJson(SourceText source, NodeBudget budget, List<Node> duplicates, List<TextRepair> repairs)
    {
        var spent = budget.Spent;
        try
        {
            return new JsonTextReader(source, budget, duplicates).Read();
        }
        catch (TextProblemException strict) when (strict.Rule == Rules.TextUnreadable)
        {
            try
            {
                Restart();
                var root = new JsonTextReader(source, budget, duplicates, allowsComments: true).Read();
                repairs.Add(new TextRepair(strict.Start, "JSON has neither comments nor commas behind the last entry; they were left out"));
                return root;
            }
            catch (TextProblemException problem) when (problem.Rule == Rules.TextUnreadable && source.Text.Length <= YamlRecovery.MostCharacters)
            {
                try
                {
                    Restart();
                    repairs.Add(new TextRepair(strict.Start, strict.Arguments[0] + "; the text was read as YAML instead"));
                    return new YamlRecovery(source, budget, duplicates, repairs).Read();
                }
                catch (TextProblemException yaml) when (yaml.Rule == Rules.TextUnreadable)
                {
                    throw strict;
                }
            }
            catch (TextProblemException problem) when (problem.Rule == Rules.TextUnreadable)
            {
                throw strict;
            }
        }

        void Restart()
        {
            budget.Spent = spent;
            duplicates.Clear();
        }
    }

    /// <summary>A place in the text rather than a node: a fragment by character, RFC 5147, in place of a JSON pointer.</summary>
    private static PlacedFinding Place(TextRepair repair, SourceText source, string rootPointer) => new(
        new Finding { RuleId = Rules.ReaderProblem.Id, Pointer = FormattableString.Invariant($"{rootPointer}char={repair.Offset}"), Arguments = new[] { repair.Sentence }.ToEquatableArray() },
        source.PositionOf(repair.Offset, 1));

    /// <summary>An object or array whose first entry is written as JSON writes it. A YAML flow mapping with bare keys is none.</summary>
    private static bool IsJson(string text)
    {
        var index = SkipBlank(text, 0);
        if (index == text.Length || text[index] is not ('{' or '['))
        {
            return StartsWithComment(text, index);
        }

        var isObject = text[index] == '{';
        index = SkipBlank(text, index + 1);
        return index == text.Length || !isObject || text[index] is '"' or '}' || StartsWithComment(text, index);
    }

    /// <summary>No YAML of ours starts with a slash.</summary>
    private static bool StartsWithComment(string text, int index) => index + 1 < text.Length && text[index] == '/' && text[index + 1] is '/' or '*';

    private static int SkipBlank(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            index++;
        }

        return index;
    }
}
