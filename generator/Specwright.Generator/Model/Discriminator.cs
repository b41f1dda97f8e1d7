namespace Specwright.Model;

/// <summary>A Discriminator Object on a base schema: its property names which of the schemas that build on the base by <c>allOf</c> a value is.</summary>
internal sealed record Discriminator
{
    /// <summary>The wire name of the discriminating property.</summary>
    public required string WireName { get; init; }

    /// <summary>What stands under <c>mapping</c>, in its order; the schemas that are not mapped are meant by their names.</summary>
    public EquatableArray<DiscriminatorValue> Values { get; init; }
}
