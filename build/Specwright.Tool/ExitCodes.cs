namespace Specwright.Tool;

/// <summary>What a script learns from the command.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command did its work and found what it looks for: stale files, errors in a description.</summary>
    public const int Found = 1;

    /// <summary>It could not work: an unknown option, a missing file, a project that cannot be evaluated.</summary>
    public const int Unusable = 2;

    /// <summary>The line of help that every command has.</summary>
    public static (int Code, string Meaning) UnusableInHelp => (Unusable, "the command could not work: an unknown option, a missing file, a project that cannot be evaluated");
}
