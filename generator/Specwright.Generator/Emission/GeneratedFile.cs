namespace Specwright.Emission;

/// <summary>One file of output.</summary>
/// <param name="HintName"><c>Acme.Order.g.cs</c>: ASCII, unique in the client ignoring case.</param>
/// <param name="Text">With <c>\n</c> line ends and a final one.</param>
internal sealed record GeneratedFile(string HintName, string Text);
