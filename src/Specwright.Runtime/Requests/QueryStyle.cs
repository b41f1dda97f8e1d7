namespace Specwright;

/// <summary>How a value of several parts stands in a query or a form (OpenAPI, <c>style</c>).</summary>
public enum QueryStyle
{
    /// <summary><c>color=R,100,G,200</c>; exploded <c>R=100&amp;G=200</c>.</summary>
    Form,

    /// <summary><c>color=R%20100%20G%20200</c>.</summary>
    Space,

    /// <summary><c>color=R%7C100%7CG%7C200</c>.</summary>
    Pipe,

    /// <summary><c>color%5BR%5D=100&amp;color%5BG%5D=200</c>, that is <c>color[R]</c> and <c>color[G]</c>. Deeper members get a bracket more, elements of lists their number from zero.</summary>
    DeepObject,

    /// <summary><c>color=R%09100%09G%09200</c> (OpenAPI 2.0, <c>collectionFormat: tsv</c>).</summary>
    Tab,
}
