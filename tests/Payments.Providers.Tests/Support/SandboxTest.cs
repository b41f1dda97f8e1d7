using Payments.Sandbox;
using Specwright.Testing;

namespace Payments.Tests;

/// <summary>A sandbox of its own for each test, on a clock that the test moves.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private protected ManualTimeProvider Clock { get; } = new();

    private protected SandboxOptions SandboxOptions { get; } = new();

    private protected PaymentsSandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        SandboxOptions.TimeProvider = Clock;
        Sandbox = await PaymentsSandbox.StartAsync(SandboxOptions);
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
