using System.Text;

namespace Payments.Cli;

/// <summary>
/// Takes known secrets out of text. Libraries must not print them in the first place; but a server may repeat a key in its error message,
/// and that message is shown.
/// </summary>
internal sealed class SecretMask
{
    // Blotting out every occurrence of a very short value would wreck unrelated text and hide little.
    private const int ShortestMasked = 4;

    private readonly IReadOnlyList<string> _forms;

    public SecretMask(IEnumerable<string> secrets) =>
        _forms = [.. secrets.Where(secret => secret.Length >= ShortestMasked).SelectMany(FormsOf).Distinct().OrderByDescending(form => form.Length)];

    public static SecretMask None { get; } = new([]);

    public string Apply(string text)
    {
        foreach (var form in _forms)
        {
            text = text.Replace(form, "***", StringComparison.Ordinal);
        }
        return text;
    }

    // As it is, in an address, and as the user name of Basic authentication.
    private static IEnumerable<string> FormsOf(string secret) =>
        [secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret + ":")), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))];
}
