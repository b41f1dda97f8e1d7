namespace Specwright;

/// <summary>How a value stands in a path (OpenAPI, parameter <c>style</c>; RFC 6570).</summary>
public enum PathStyle
{
    /// <summary><c>blue,black</c>.</summary>
    Simple,

    /// <summary><c>.blue,black</c>; exploded <c>.blue.black</c>.</summary>
    Label,

    /// <summary><c>;color=blue,black</c>; exploded <c>;color=blue;color=black</c>.</summary>
    Matrix,
}
