namespace Payments.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Every provider that counts has answered.</summary>
    public const int Succeeded = 0;

    /// <summary>At least one row is missing; its reason stands in the output.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong command line or unreadable settings: nothing was asked.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl+C: 128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;
}
