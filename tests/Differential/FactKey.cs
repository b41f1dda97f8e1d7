namespace Specwright.Differential;

/// <summary>What one statement of a description is about.</summary>
/// <param name="Place">
/// A JSON pointer into the description, except that a parameter is named by its location and name (<c>…/get/parameters/query limit</c>), since
/// those of the path item and of the operation are one list, and that 2.0 bodies stand where 3.0 has them.
/// </param>
/// <param name="Aspect">The keyword, or what it comes to: <c>type</c>, <c>required</c>, <c>ref</c>.</param>
internal readonly record struct FactKey(string Place, string Aspect)
{
    public override string ToString() => $"{Place} {Aspect}";
}
