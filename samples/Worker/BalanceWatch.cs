using Acme;

namespace Specwright.Samples.Worker;

/// <summary>Writes the balance into the log, once a minute. A failure is a line of the log, not the end.</summary>
internal sealed class BalanceWatch(IAcmeClient acme, TimeProvider time, ILogger<BalanceWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                var balance = await acme.GetBalanceAsync(stoppingToken);
                log.LogInformation("Available: {Available} {Currency}", balance.Available, balance.Currency);
            }
            catch (ApiException failure)
            {
                log.LogError("{Failure}", failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
