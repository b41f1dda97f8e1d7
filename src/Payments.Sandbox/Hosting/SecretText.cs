using System.Security.Cryptography;
using System.Text;

namespace Payments.Sandbox;

/// <summary>Compares credentials without telling by time how much of them was right.</summary>
internal static class SecretText
{
    public static bool Matches(string? sent, string expected) =>
        sent is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
