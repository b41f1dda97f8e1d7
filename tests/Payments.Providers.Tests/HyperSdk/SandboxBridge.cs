using Payments.HyperSdk;
using Payments.Sandbox;

namespace Payments.Tests.HyperSdk;

/// <summary>The simulated device as a bridge.</summary>
internal sealed class SandboxBridge(HyperSdkDevice device) : IHyperBridge
{
    public event Action<string>? EventReceived
    {
        add => device.EventReceived += value;
        remove => device.EventReceived -= value;
    }

    public bool IsInitialised => device.IsInitialised;

    public void Initiate(string json) => device.Initiate(json);

    public bool Process(string json) => device.Process(json);

    public bool OnBackPressed() => device.OnBackPressed();

    public void Terminate() => device.Terminate();
}
