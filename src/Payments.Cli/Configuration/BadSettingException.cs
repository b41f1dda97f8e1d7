namespace Payments.Cli;

/// <summary>A setting is missing or cannot be used. The message names the setting and never shows its value.</summary>
internal sealed class BadSettingException(string message, Exception? innerException = null) : Exception(message, innerException);
