namespace Specwright;

/// <summary>How one member stands in a form (OpenAPI, Encoding Object), where that differs from the usual.</summary>
/// <param name="Name">The member's name on the wire.</param>
/// <param name="Style">How its parts stand beside each other.</param>
/// <param name="Explode">One field for each part. <see cref="QueryStyle.DeepObject"/> has no other way.</param>
/// <param name="AllowReserved">Leaves reserved characters such as <c>/</c> and <c>:</c> as they are.</param>
public readonly record struct FormEncoding(string Name, QueryStyle Style, bool Explode, bool AllowReserved = false)
{
    /// <summary>The whole value as JSON text in one field, lists too (<c>contentType: application/json</c>).</summary>
    public bool IsJson { get; init; }

    /// <summary>A member that is sent as JSON text.</summary>
    /// <param name="name">The member's name on the wire.</param>
    public static FormEncoding Json(string name) => new(name, QueryStyle.Form, Explode: false) { IsJson = true };
}
