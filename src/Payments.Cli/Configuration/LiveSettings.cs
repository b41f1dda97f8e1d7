using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Payments.Cli;

/// <summary>The settings of <c>--live</c>. Blank values count as not set, and no message shows a value.</summary>
internal sealed class LiveSettings
{
    private readonly IConfiguration _configuration;

    private LiveSettings(IConfiguration configuration) => _configuration = configuration;

    /// <exception cref="BadSettingException">The user secrets cannot be read.</exception>
    public static LiveSettings Read(Action<IConfigurationBuilder> addSettings)
    {
        var builder = new ConfigurationBuilder();
        addSettings(builder);
        try
        {
            return new LiveSettings(builder.Build());
        }
        // Its message names the file; the one inside may quote a piece of it, so it stays unsaid.
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"The user secrets cannot be read: {FileOf(exception)} is not a readable JSON file.", exception);
        }
    }

    /// <summary>The value, or null when not set.</summary>
    public string? this[Setting setting] => _configuration[setting.Name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A value that <see cref="Missing"/> has found to be there.</summary>
    public string Required(Setting setting) => this[setting] ?? throw new BadSettingException($"{setting.Name} is not set.");

    /// <summary>Whether the provider has any setting: then somebody means to use it.</summary>
    public bool HasAny(ProviderDescription provider) => provider.Settings.Any(setting => this[setting] is not null);

    /// <summary>The required settings that are not set.</summary>
    public IReadOnlyList<Setting> Missing(ProviderDescription provider) =>
        [.. provider.Settings.Where(setting => setting.IsRequired && this[setting] is null)];

    /// <summary>All secret values.</summary>
    public IEnumerable<string> Secrets =>
        ProviderTable.All.SelectMany(provider => provider.Settings).Where(setting => setting.IsSecret).Select(setting => this[setting]).OfType<string>();

    /// <exception cref="BadSettingException">Not an absolute https address; http is taken for loopback only.</exception>
    public Uri? Address(Setting setting)
    {
        if (this[setting] is not { } text)
        {
            return null;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0)
        {
            throw new BadSettingException($"{setting.Name} is not an address such as https://host.");
        }
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new BadSettingException($"{setting.Name} must be an https address: credentials do not travel unencrypted.");
        }
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new BadSettingException($"{setting.Name} must have no user name, query or fragment.");
        }
        return address;
    }

    /// <summary>A value that goes out as the user name of Basic authentication.</summary>
    /// <exception cref="BadSettingException">It has a colon, which a user name cannot have.</exception>
    public string UserName(Setting setting) => Required(setting) is var name && name.Contains(':', StringComparison.Ordinal)
        ? throw new BadSettingException($"{setting.Name} must not have a colon.")
        : name;

    /// <summary>INR unless set.</summary>
    /// <exception cref="BadSettingException">An entry is not three letters.</exception>
    public IReadOnlyList<string> Currencies(Setting setting)
    {
        var codes = (this[setting] ?? "INR").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.Length == 0 || codes.Any(code => code.Length != 3 || !code.All(char.IsAsciiLetter)))
        {
            throw new BadSettingException($"{setting.Name} is not a list of currency codes such as INR,USD.");
        }
        return [.. codes.Select(code => code.ToUpperInvariant()).Distinct()];
    }

    /// <exception cref="BadSettingException">None of the words.</exception>
    public string? OneOf(Setting setting, params string[] words)
    {
        if (this[setting] is not { } text)
        {
            return null;
        }
        return words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadSettingException($"{setting.Name} must be one of {string.Join(", ", words)}.");
    }

    /// <exception cref="BadSettingException">Not an IP address.</exception>
    public IPAddress? LocalAddress(Setting setting)
    {
        if (this[setting] is not { } text)
        {
            return null;
        }
        return IPAddress.TryParse(text, out var address) ? address : throw new BadSettingException($"{setting.Name} is not an IP address.");
    }

    /// <summary>The PEM text of the file that the setting names.</summary>
    /// <exception cref="BadSettingException">No such file, or no RSA public key in it.</exception>
    public string? PublicKey(Setting setting)
    {
        if (this[setting] is not { } path)
        {
            return null;
        }
        try
        {
            var pem = File.ReadAllText(path);
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return pem;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadSettingException($"{setting.Name} does not name a file that can be read.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new BadSettingException($"{setting.Name} does not name a file with an RSA public key (PEM).", exception);
        }
    }

    // "Failed to load configuration from file '/…/secrets.json'." is the only place where the path is told.
    private static string FileOf(Exception exception)
    {
        var parts = exception.Message.Split('\'');
        return parts.Length >= 3 ? parts[1] : "secrets.json";
    }
}
