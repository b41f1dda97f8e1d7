namespace Specwright;

/// <summary>One alternative of an operation's security: all its schemes together. Without schemes: anonymous.</summary>
/// <param name="schemes">The schemes.</param>
public sealed class ApiSecurityRequirement(params ApiSecurityScheme[] schemes)
{
    /// <summary>The schemes; empty for anonymous.</summary>
    public IReadOnlyList<ApiSecurityScheme> Schemes { get; } = schemes;
}
