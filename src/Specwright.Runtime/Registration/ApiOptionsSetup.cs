using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Specwright;

/// <summary>Fills from the container what the application left open, and checks the whole.</summary>
internal sealed class ApiOptionsSetup<TOptions>(IServiceProvider services) : IPostConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : ApiClientOptions
{
    public void PostConfigure(string? name, TOptions options)
    {
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        if (!options.HasTimeProvider && services.GetService<TimeProvider>() is { } time)
        {
            options.TimeProvider = time;
        }
    }

    /// <summary>Throws rather than reports, so that a wrong setting is the same exception with and without a container.</summary>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        options.Validate();
        return ValidateOptionsResult.Success;
    }
}
