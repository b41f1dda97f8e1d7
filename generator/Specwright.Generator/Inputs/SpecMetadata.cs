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

    /// <summary>What the project file says wins over what configuration files say.</summary>
    /// <param name="metadataOf">The metadata of the item by the option's name; null, empty or white space means not given.</param>
    /// <param name="configurationOf">The value of a key that counts for the description's file, or for all files.</param>
    public static SpecMetadata Of(Func<string, string?> metadataOf, Func<string, string?>? configurationOf = null) => new()
    {
        Values = OptionNames.All
            .Select(option => (Option: option, Text: Given(metadataOf(option)) ?? (OptionNames.ConfigurationKeyOf(option) is { } key ? Given(configurationOf?.Invoke(key)) : null)))
            .Where(value => value.Text is not null)
            .Select(value => new OptionValue(value.Option, value.Text!.Trim().Replace(NumberSign, '#')))
            .ToEquatableArray(),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <param name="Option">One of <see cref="OptionNames"/>.</param>
/// <param name="Text">As written; the parts of a list with <c>|</c> between them.</param>
internal sealed record OptionValue(string Option, string Text);
