using System.CommandLine;

namespace Specwright.Tool.Commands;

/// <summary>An argument that may repeat takes whatever stands there, misspelled options too: those are named instead.</summary>
internal static class UnknownOptions
{
    public static void Reject(Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
        {
            result.AddError($"Unknown option '{option.Value}'.");
        }
    });
}
