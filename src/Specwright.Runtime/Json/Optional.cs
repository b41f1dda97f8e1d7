namespace Specwright.Json;

/// <summary>
/// The state of a member that is both optional and nullable: never set (left out of the JSON), set to null, or set to a value.
/// <c>default</c> is "never set".
/// </summary>
public readonly record struct Optional<T>
{
    /// <summary>A member that was set, to null too.</summary>
    public Optional(T value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>Whether the member was set.</summary>
    public bool HasValue { get; }

    /// <summary>What the member was set to; <c>default</c> where it never was. Never throws.</summary>
    public T Value { get; }

    /// <summary>A member that is set. For values whose type is an interface, such as lists, C# has no conversions: write <c>new(value)</c>.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The value's own text.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}
