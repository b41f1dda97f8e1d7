namespace Specwright.Packages;

/// <summary>Tests over the packed packages, one after the other: each runs builds of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<PackedPackages>
{
    public const string Name = "Packages";
}
