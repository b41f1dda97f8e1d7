namespace Specwright.Tool.Comparison.Rules;

/// <summary>What stops working.</summary>
[Flags]
internal enum ChangeImpact
{
    None = 0,

    /// <summary>Code that used the member does not compile, or not without a warning about null.</summary>
    Source = 1,

    /// <summary>Code compiles and acts differently: another value is sent, a call is refused, an exception is not caught.</summary>
    Behavior = 2,

    /// <summary>Assemblies compiled against the old client must be compiled again, though their source may stay.</summary>
    Binary = 4,

    /// <summary>Programs that run with the old client do not get along with a server that follows the new description.</summary>
    Deployed = 8,
}
