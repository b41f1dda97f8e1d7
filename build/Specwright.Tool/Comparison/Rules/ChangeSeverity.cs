namespace Specwright.Tool.Comparison.Rules;

/// <summary>What callers of the generated C# have to do, from nothing to most.</summary>
internal enum ChangeSeverity
{
    /// <summary>Nothing that a program notices: texts, order, where something stands.</summary>
    Cosmetic,

    /// <summary>Something new, or something looser: nothing has to be done.</summary>
    Additive,

    /// <summary>Callers' code stays as it is, but programs must be built again with the new client: other requests, other addresses, another binary signature.</summary>
    Rebuild,

    /// <summary>Code must be changed: it no longer compiles, or it compiles and no longer does what it did.</summary>
    Breaking,
}
