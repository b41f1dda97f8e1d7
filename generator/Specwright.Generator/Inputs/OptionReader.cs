using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Inputs;

/// <summary>Reads the options of one description; what is not understood becomes a finding that says what was taken instead.</summary>
internal sealed class OptionReader(SpecMetadata metadata, ICollection<Finding> findings)
{
    /// <summary>The text as written; null: not given.</summary>
    public string? Text(string option) => metadata[option];

    /// <summary>One of several words, compared ignoring case; the first unless given.</summary>
    public T Choice<T>(string option, params (string Word, T Value)[] choices)
    {
        if (metadata[option] is not { } text)
        {
            return choices[0].Value;
        }

        foreach (var (word, value) in choices)
        {
            if (StringComparer.OrdinalIgnoreCase.Equals(word, text))
            {
                return value;
            }
        }

        Refuse(option, text, $"write {Enumerated(choices.Select(choice => $"'{choice.Word}'").ToList())}", choices[0].Word);
        return choices[0].Value;
    }

    /// <summary>The parts of a list, in order; empty: not given.</summary>
    public EquatableArray<string> List(string option) => (metadata[option] ?? "")
        .Split('|', ';', '\n')
        .Select(part => part.Trim())
        .Where(part => part.Length > 0)
        .ToEquatableArray();

    /// <param name="option">The option.</param>
    /// <param name="text">Its value.</param>
    /// <param name="remedy">What to write.</param>
    /// <param name="taken">What is taken instead.</param>
    public void Refuse(string option, string text, string remedy, string taken) =>
        findings.Add(new() { RuleId = Rules.OptionInvalid.Id, Pointer = "#", Arguments = EquatableArray.Of(option, text, remedy, taken) });

    private static string Enumerated(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[words.Count - 1]}";
}
