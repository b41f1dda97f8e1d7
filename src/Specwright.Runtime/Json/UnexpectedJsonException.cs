using System.Text.Json;

namespace Specwright.Json;

/// <summary>Keeps what was expected apart from what was found, so that the found text can be left out where the member is a secret.</summary>
internal sealed class UnexpectedJsonException(string expected, string found) : JsonException($"expected {expected}, found {found}")
{
    public string Expected { get; } = expected;
}
