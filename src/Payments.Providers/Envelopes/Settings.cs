using System.Diagnostics.CodeAnalysis;
using Specwright;

namespace Payments;

/// <summary>Checks of settings that a provider cannot do without.</summary>
internal static class Settings
{
    /// <exception cref="ApiConfigurationException">The setting is missing or empty; the message names it and never shows a value.</exception>
    public static void Require([NotNull] object? value, string options, string setting)
    {
        if (value is null or "")
        {
            throw new ApiConfigurationException($"{options}.{setting} is not set.");
        }
    }
}
