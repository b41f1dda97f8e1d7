namespace Specwright;

/// <summary>A setting is missing or wrong. The message names the setting and holds no secret.</summary>
/// <param name="message">Names the setting.</param>
/// <param name="innerException">The cause.</param>
public sealed class ApiConfigurationException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
