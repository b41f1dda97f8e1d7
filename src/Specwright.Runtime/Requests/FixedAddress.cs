namespace Specwright;

/// <summary>The address of an operation whose path has no parameters.</summary>
/// <param name="Start">What stands before the path: scheme, host and the path of the server.</param>
/// <param name="Address">The whole.</param>
internal sealed record FixedAddress(string Start, Uri Address);
