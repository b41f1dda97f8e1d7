using System.Globalization;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>What a comparison compares and a function takes.</summary>
internal abstract record JsonPathOperand
{
    /// <summary>The value; null for RFC 9535's Nothing.</summary>
    public abstract Node? Value(Node current);

    protected static ScalarNode Number(int value) =>
        new(NodeSource.None, 0, 0, ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture));
}

internal sealed record LiteralOperand(ScalarNode Literal) : JsonPathOperand
{
    public override Node? Value(Node current) => Literal;
}

/// <summary>A query from the current node (<c>@</c>) or the root (<c>$</c>); its value is the first node selected.</summary>
internal sealed record QueryOperand(JsonPath Query, bool IsFromRoot) : JsonPathOperand
{
    public override Node? Value(Node current) => Nodes(current) is { Count: > 0 } selected ? selected[0] : null;

    public IReadOnlyList<Node> Nodes(Node current) => Query.Select(IsFromRoot ? current.Root : current);
}

/// <summary>RFC 9535, 2.4.4: characters (Unicode scalar values), items or members.</summary>
internal sealed record LengthOperand(JsonPathOperand Argument) : JsonPathOperand
{
    public override Node? Value(Node current) => Argument.Value(current) switch
    {
        ContainerNode container => Number(container.Children.Count),
        ScalarNode { Kind: ScalarKind.String } text => Number(text.Text.Length - text.Text.Where((character, index) =>
            char.IsLowSurrogate(character) && index > 0 && char.IsHighSurrogate(text.Text[index - 1])).Count()),
        _ => null,
    };
}

/// <summary>RFC 9535, 2.4.5.</summary>
internal sealed record CountOperand(QueryOperand Argument) : JsonPathOperand
{
    public override Node? Value(Node current) => Number(Argument.Nodes(current).Count);
}

/// <summary>RFC 9535, 2.4.8: the value of the one node; of several, Nothing.</summary>
internal sealed record ValueOperand(QueryOperand Argument) : JsonPathOperand
{
    public override Node? Value(Node current) => Argument.Nodes(current) is { Count: 1 } nodes ? nodes[0] : null;
}
