using System.Text.Json;
using Payments.HyperSdk;

namespace Payments.Tests.HyperSdk;

/// <summary>A bridge whose events the test raises itself.</summary>
internal sealed class FakeBridge : IHyperBridge
{
    private readonly Queue<string> _calls = new();
    private readonly SemaphoreSlim _called = new(0);

    public event Action<string>? EventReceived;

    public bool IsInitialised { get; set; } = true;

    public bool Drops { get; set; }

    /// <summary>Runs within the hand-over of an action, before it is counted as taken.</summary>
    public Action? OnProcess { get; set; }

    /// <summary>Hears the id of each call taken.</summary>
    public Action<string>? OnTaken { get; set; }

    public int CallCount { get; private set; }

    /// <summary>The id of the next call, once it has come.</summary>
    public async Task<string> NextCallAsync()
    {
        Assert.True(await _called.WaitAsync(TimeSpan.FromSeconds(20)), "no call came");
        lock (_calls)
        {
            return _calls.Dequeue();
        }
    }

    public void Initiate(string json) => Take(json);

    public bool Process(string json)
    {
        if (Drops)
        {
            return false;
        }
        OnProcess?.Invoke();
        Take(json);
        return true;
    }

    public bool OnBackPressed() => false;

    public void Terminate() => IsInitialised = false;

    public void Raise(string json) => EventReceived?.Invoke(json);

    /// <summary>The event that ends a balance check well.</summary>
    public void Answer(string requestId, string balance = "5000.00")
        => Raise($$"""
            {"requestId":"{{requestId}}","service":"in.juspay.hyperapi","payload":{"action":"upiCheckBalance","status":"SUCCESS","accountReferenceId":"ref-1",
            "bankAccountUniqueId":"u-1","bankCode":"11111","customerMobileNumber":"XXXX7890","maskedAccountNumber":"XXXX1234","gatewayResponseCode":"00",
            "gatewayResponseMessage":"OK","balance":"{{balance}}","otherInfo":"{}"},"event":"process_result","errorMessage":"","errorCode":"","error":false}
            """);

    private void Take(string json)
    {
        using var document = JsonDocument.Parse(json);
        var requestId = document.RootElement.GetProperty("requestId").GetString()!;
        lock (_calls)
        {
            CallCount++;
            _calls.Enqueue(requestId);
        }
        _called.Release();
        OnTaken?.Invoke(requestId);
    }
}
