using System.Security.Cryptography;
using System.Text;

namespace Payments.SignedGateway;

/// <summary>Compares signatures without telling by its duration where they differ.</summary>
internal static class SignatureComparison
{
    /// <summary>Whether both are the same hexadecimal digits, of either case.</summary>
    public static bool AreEqual(string expected, string received)
        => CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected.ToLowerInvariant()),
            Encoding.UTF8.GetBytes(received.ToLowerInvariant()));
}
