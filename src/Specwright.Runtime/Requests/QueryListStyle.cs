namespace Specwright;

/// <summary>How a list stands in a query (OpenAPI, parameter <c>style</c> and <c>explode</c>).</summary>
public enum QueryListStyle
{
    /// <summary><c>id=1&amp;id=2</c> (form, explode).</summary>
    Exploded,

    /// <summary><c>id=1,2</c> (form, no explode).</summary>
    Comma,

    /// <summary><c>id=1%202</c> (spaceDelimited).</summary>
    Space,

    /// <summary><c>id=1%7C2</c> (pipeDelimited; a bare pipe is not allowed in an address).</summary>
    Pipe,

    /// <summary><c>id=1%092</c> (OpenAPI 2.0, <c>collectionFormat: tsv</c>).</summary>
    Tab,
}
