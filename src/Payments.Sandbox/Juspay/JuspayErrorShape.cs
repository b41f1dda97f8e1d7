namespace Payments.Sandbox;

/// <summary>The three error bodies of Juspay's pages.</summary>
public enum JuspayErrorShape
{
    /// <summary>The four fields under <c>response</c>, beside an integer <c>code</c>.</summary>
    Wrapped,

    /// <summary>The four fields at the root.</summary>
    Flat,

    /// <summary>An empty object.</summary>
    Empty,
}
