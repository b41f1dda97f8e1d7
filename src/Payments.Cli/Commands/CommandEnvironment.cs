using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace Payments.Cli;

/// <summary>What the command takes from the process around it, so that tests can give it their own.</summary>
internal sealed record CommandEnvironment
{
    /// <summary>Columns assumed where nobody looks at a screen: wide enough that nothing wraps.</summary>
    public const int UnlimitedWidth = 4096;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether and how escape sequences may go to <see cref="Output"/>: <see cref="AnsiSupport.No"/> when redirected.</summary>
    public AnsiSupport OutputAnsi { get; init; } = AnsiSupport.No;

    /// <inheritdoc cref="OutputAnsi"/>
    public AnsiSupport ErrorAnsi { get; init; } = AnsiSupport.No;

    /// <summary>Columns of <see cref="Output"/>.</summary>
    public int Width { get; init; } = UnlimitedWidth;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Adds the places where <c>--live</c> looks for its settings; later ones win.</summary>
    public required Action<IConfigurationBuilder> AddSettings { get; init; }

    /// <summary>Connects the providers: the sandbox without settings, the real ones with them.</summary>
    public OpenBalanceSession OpenSession { get; init; } = BalanceSessions.OpenAsync;

    public bool IsOutputInteractive => OutputAnsi != AnsiSupport.No;

    public bool IsErrorInteractive => ErrorAnsi != AnsiSupport.No;

    public static CommandEnvironment OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OutputAnsi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        ErrorAnsi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Width = Console.IsOutputRedirected ? UnlimitedWidth : WindowWidth(),
        AddSettings = static builder => builder
            .AddUserSecrets(typeof(CommandEnvironment).Assembly, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables(),
    };

    private static int WindowWidth()
    {
        const int Usual = 80;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Usual;
        }
        // Some terminals do not tell.
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return Usual;
        }
    }
}
