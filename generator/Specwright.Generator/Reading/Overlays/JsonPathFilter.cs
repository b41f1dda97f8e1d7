using System.Globalization;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>A logical expression between <c>?</c> and <c>]</c> of a JSONPath query.</summary>
internal abstract record JsonPathFilter
{
    public abstract bool Holds(Node current);
}

internal sealed record OrFilter(IReadOnlyList<JsonPathFilter> Operands) : JsonPathFilter
{
    public override bool Holds(Node current) => Operands.Any(operand => operand.Holds(current));
}

internal sealed record AndFilter(IReadOnlyList<JsonPathFilter> Operands) : JsonPathFilter
{
    public override bool Holds(Node current) => Operands.All(operand => operand.Holds(current));
}

internal sealed record NotFilter(JsonPathFilter Operand) : JsonPathFilter
{
    public override bool Holds(Node current) => !Operand.Holds(current);
}

/// <summary>A query alone: true when it selects something.</summary>
internal sealed record ExistenceFilter(QueryOperand Query) : JsonPathFilter
{
    public override bool Holds(Node current) => Query.Value(current) is not null;
}

/// <summary>RFC 9535, section 2.3.5.2.2: values of different types are never equal and have no order; nothing equals nothing.</summary>
/// <param name="Left">Left of the operator.</param>
/// <param name="Operator">One of <c>== != &lt; &lt;= &gt; &gt;=</c>.</param>
/// <param name="Right">Right of the operator.</param>
/// <param name="Budget">Counts what is compared.</param>
internal sealed record ComparisonFilter(JsonPathOperand Left, string Operator, JsonPathOperand Right, NodeBudget Budget) : JsonPathFilter
{
    public override bool Holds(Node current)
    {
        var left = Left.Value(current);
        var right = Right.Value(current);
        return Operator switch
        {
            "==" => AreEqual(left, right),
            "!=" => !AreEqual(left, right),
            "<" => IsLess(left, right),
            "<=" => IsLess(left, right) || AreEqual(left, right),
            ">" => IsLess(right, left),
            _ => IsLess(right, left) || AreEqual(left, right),
        };
    }

    private bool AreEqual(Node? left, Node? right) => (left, right) switch
    {
        (null, null) => true,
        (ScalarNode { Kind: ScalarKind.Number } one, ScalarNode { Kind: ScalarKind.Number } two) => one.Text == two.Text || Number(one) == Number(two),
        (ScalarNode one, ScalarNode two) => one.Kind == two.Kind && one.Text == two.Text,
        (ContainerNode one, ContainerNode two) => ReferenceEquals(one, two) || (one.Children.Count == two.Children.Count && one.GetType() == two.GetType() && one.Children.Zip(two.Children, HaveOne).All(same => same)),
        _ => false,
    };

    /// <summary>Members in the same order: who writes a value into a query has copied it.</summary>
    private bool HaveOne(Node left, Node right)
    {
        Budget.Look(left);
        return left.Name == right.Name && AreEqual(left, right);
    }

    private static bool IsLess(Node? left, Node? right) => (left, right) switch
    {
        (ScalarNode { Kind: ScalarKind.Number } one, ScalarNode { Kind: ScalarKind.Number } two) => Number(one) < Number(two),
        (ScalarNode { Kind: ScalarKind.String } one, ScalarNode { Kind: ScalarKind.String } two) => string.CompareOrdinal(one.Text, two.Text) < 0,
        _ => false,
    };

    private static double Number(ScalarNode node) =>
        double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
