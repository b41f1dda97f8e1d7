namespace Specwright.Tool.Comparison.Rules;

/// <summary>Where a change is seen.</summary>
[Flags]
internal enum ChangeReach
{
    /// <summary>In texts alone.</summary>
    None = 0,

    /// <summary>In the declarations of the client.</summary>
    CSharp = 1,

    /// <summary>In requests and answers.</summary>
    Wire = 2,
}
