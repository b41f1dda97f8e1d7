namespace Specwright.Tests.Security;

/// <summary>Options with a credential per scheme.</summary>
internal sealed class CredentialOptions : ApiClientOptions
{
    private readonly Dictionary<string, ApiCredential> _credentials = [];

    public CredentialOptions() => BaseAddress = new Uri("https://api.example/v2");

    public ApiCredential? this[string scheme]
    {
        set => _credentials[scheme] = value!;
    }

    protected override Uri? DescribedBaseAddress => new("https://api.example/v2");

    protected override ApiCredential? GetCredential(string schemeName) => _credentials.GetValueOrDefault(schemeName);
}
