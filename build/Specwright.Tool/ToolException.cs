namespace Specwright.Tool;

/// <summary>Something the user can put right: a missing file, a project that cannot be evaluated. The message is all that is shown.</summary>
internal sealed class ToolException(string message) : Exception(message);
