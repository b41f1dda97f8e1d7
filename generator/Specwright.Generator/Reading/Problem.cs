using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>Findings about a node, in one place so that each is worded once.</summary>
internal static class Problem
{
    public static Finding Of(Rule rule, Node node, params string[] arguments) =>
        new() { RuleId = rule.Id, Pointer = node.Pointer, Arguments = arguments.ToEquatableArray() };

    /// <summary>Something that breaks the specification; the sentence says what was done instead.</summary>
    public static Finding Broken(Node node, string sentence) => Of(Rules.ReaderProblem, node, sentence);

    public static Finding DuplicateKey(Node node) =>
        Broken(node, $"The key '{node.Name}' stands more than once in this object; the last one counts");
}
