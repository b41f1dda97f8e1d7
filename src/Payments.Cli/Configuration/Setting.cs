namespace Payments.Cli;

/// <summary>One setting of <c>--live</c>.</summary>
/// <param name="Name">Name of the environment variable and of the user secret.</param>
/// <param name="Meaning">What it holds, for help and README.</param>
internal sealed record Setting(string Name, string Meaning)
{
    /// <summary>Without it the provider cannot be asked.</summary>
    public bool IsRequired { get; init; }

    /// <summary><see cref="IsRequired"/> in a word.</summary>
    public string Need => IsRequired ? "required" : "optional";

    /// <summary>It says who asks.</summary>
    public bool IsCredential { get; init; }

    /// <summary>Its value must never be seen.</summary>
    public bool IsSecret { get; init; }
}
