using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Specwright.State;

/// <summary>Makes keys for <see cref="IApiStateStore"/>.</summary>
public static class StateKey
{
    /// <summary>
    /// <c>{purpose}:{64 hexadecimal digits}</c>. The parts (base address, client id, key…) go in as a SHA-256 digest only, so the key can be logged.
    /// </summary>
    /// <param name="purpose">Readable name of what is kept, such as <c>cashfree-session</c>.</param>
    /// <param name="parts">What tells this value from others. Their borders count: <c>("ab", "c")</c> and <c>("a", "bc")</c> differ.</param>
    public static string Create(string purpose, params string?[] parts)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(parts);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append((part?.Length ?? -1).ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('\n');
        }
        return purpose + ":" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))).ToLowerInvariant();
    }
}
