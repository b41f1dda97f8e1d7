using Payments.HyperSdk;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary>The simulated device in the place of a phone.</summary>
internal sealed class HyperSdkDeviceBridge(HyperSdkDevice device) : IHyperBridge
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
