using Acme;

namespace Specwright.Tests.Registration;

public class OptionsTests
{
    [Theory]
    [InlineData("http://api.example/", "AcmeOptions.BaseAddress is not https: credentials would travel to api.example in the clear.")]
    [InlineData("http://127.0.0.1.example/", "AcmeOptions.BaseAddress is not https: credentials would travel to 127.0.0.1.example in the clear.")]
    [InlineData("ftp://api.example/", "AcmeOptions.BaseAddress is not an absolute https address.")]
    [InlineData("/relative", "AcmeOptions.BaseAddress is not an absolute https address.")]
    [InlineData("https://user:planted@api.example/", "AcmeOptions.BaseAddress holds a user name, a query or a fragment.")]
    [InlineData("https://api.example/?key=planted", "AcmeOptions.BaseAddress holds a user name, a query or a fragment.")]
    [InlineData(null, "AcmeOptions.BaseAddress is not set.")]
    public void BaseAddress_ThatIsUnsafeIsRefusedWhenAClientIsMade(string? address, string message)
    {
        var options = new AcmeOptions { BaseAddress = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute) };
        Assert.Equal(message, Assert.Throws<ApiConfigurationException>(() => AcmeClient.Create(options)).Message);
        using var httpClient = new HttpClient();
        Assert.Throws<ApiConfigurationException>(() => new AcmeClient(httpClient, options));
    }

    [Theory]
    [InlineData("http://localhost:8080/v2")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://api.example/v2")]
    public void BaseAddress_ThatIsSafeIsAccepted(string address) => new AcmeOptions { BaseAddress = new Uri(address) }.Validate();

    [Fact]
    public void Limits_AreChecked()
    {
        Assert.Contains("AcmeOptions.Timeout", Assert.Throws<ApiConfigurationException>(() => new AcmeOptions { Timeout = TimeSpan.Zero }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("AcmeOptions.Timeout", Assert.Throws<ApiConfigurationException>(() => new AcmeOptions { Timeout = TimeSpan.MaxValue }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("AcmeOptions.MaxResponseBytes", Assert.Throws<ApiConfigurationException>(() => new AcmeOptions { MaxResponseBytes = 0 }.Validate()).Message, StringComparison.Ordinal);
        new AcmeOptions { Timeout = Timeout.InfiniteTimeSpan }.Validate();
    }
}
