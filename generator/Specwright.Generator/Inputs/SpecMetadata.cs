using Specwright.Model;

namespace Specwright.Inputs;

/// <summary>What the build says about one description, as written.</summary>
/// <remarks>
/// Where the compiler reads metadata, <c>;</c> and <c>#</c> start a comment. So the targets write <c>|</c> between the parts of a list, and U+FF03 for <c>#</c>.
/// </remarks>
internal sealed record SpecMetadata
{
    private const char NumberSign = '\uFF03';

    /// <summary>Those that are given, in the order of <see cref="OptionNames.All"/>.</summary>
    public EquatableArray<OptionValue> Values { get; init; }

    /// <summary>The value of an option; null: not given.</summary>
    public string? this[string option] => Values.FirstOrDefault(value => value.Option == option)?.Text;

    /// <param name="valueOf">The text of an option by its name; null, empty or white space means not given.</param>
    public static SpecMetadata Of(Func<string, string?> valueOf) => new()
    {
        Values = OptionNames.All
            .Select(option => (Option: option, Text: valueOf(option)))
            .Where(value => !string.IsNullOrWhiteSpace(value.Text))
            .Select(value => new OptionValue(value.Option, value.Text!.Trim().Replace(NumberSign, '#')))
            .ToEquatableArray(),
    };
}

/// <param name="Option">One of <see cref="OptionNames"/>.</param>
/// <param name="Text">As written; the parts of a list with <c>|</c> between them.</param>
internal sealed record OptionValue(string Option, string Text);
