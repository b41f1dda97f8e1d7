using Specwright.Model;

namespace Specwright.Inputs;

/// <summary>What the build says about one description, as written.</summary>
internal sealed record SpecMetadata
{
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
            .Select(value => new OptionValue(value.Option, value.Text!.Trim()))
            .ToEquatableArray(),
    };
}

/// <param name="Option">One of <see cref="OptionNames"/>.</param>
/// <param name="Text">As written; the parts of a list with <c>|</c> between them, for a <c>;</c> would start a comment where the compiler reads metadata.</param>
internal sealed record OptionValue(string Option, string Text);
