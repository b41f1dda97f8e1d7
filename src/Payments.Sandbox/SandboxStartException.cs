namespace Payments.Sandbox;

/// <summary>The sandbox could not open a port; the message names provider, address, port and reason.</summary>
public sealed class SandboxStartException(string message, Exception innerException) : Exception(message, innerException);
