using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>
/// A simulated phone with the Hyper SDK: JSON texts in, JSON events out through one callback. Not HTTP. Knows the actions <c>initiate</c>,
/// <c>upiGetSessionToken</c>, <c>upiCheckBalance</c>, <c>upiSendMoney</c>, <c>upiTransactionStatus</c> and <c>upiTxnStatus</c>.
/// </summary>
/// <remarks>All members are safe for use from several threads. Events are raised one at a time on a thread of the pool.</remarks>
public sealed class HyperSdkDevice : IDisposable
{
    private readonly HyperSdkDeviceOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly HyperBank _bank;
    private readonly HyperDelivery _delivery;
    private readonly List<HyperSdkCall> _calls = [];
    private readonly Lock _lock = new();
    private State _state = State.Created;
    private Page? _page;

    /// <summary>A device of its own, not initiated yet.</summary>
    /// <param name="options">Settings; the default answers at once.</param>
    /// <param name="seed">Seed of the balance.</param>
    /// <param name="timeProvider">Clock of delays and of the moving balance; the system's when null.</param>
    public HyperSdkDevice(HyperSdkDeviceOptions? options = null, int seed = 1, TimeProvider? timeProvider = null)
    {
        _options = options ?? new HyperSdkDeviceOptions();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _bank = new HyperBank(_options, seed, _timeProvider);
        _delivery = new HyperDelivery(new HyperEventQueue(json => EventReceived?.Invoke(json)), _timeProvider);
    }

    /// <summary>Every event of the session as JSON text: answers matched by <c>requestId</c> and loader events without one.</summary>
    public event Action<string>? EventReceived;

    private enum State
    {
        Created,
        Initiating,
        Initialised,
    }

    /// <summary>Faults that coming answers will meet.</summary>
    public HyperSdkFaultPlan Faults { get; } = new();

    /// <summary>True from a good <c>initiate_result</c> until <see cref="Terminate"/>.</summary>
    public bool IsInitialised
    {
        get
        {
            lock (_lock)
            {
                return _state == State.Initialised;
            }
        }
    }

    /// <summary>Whether a page waits for the user.</summary>
    public bool IsPageShown
    {
        get
        {
            lock (_lock)
            {
                return _page is not null;
            }
        }
    }

    /// <summary>The well-formed payloads so far, initiate included; a snapshot.</summary>
    public IReadOnlyList<HyperSdkCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>How many payloads had this action.</summary>
    public int CallCount(string action) => Calls.Count(call => call.Action == action);

    /// <summary>The figures <c>upiCheckBalance</c> answers at that time, payments made so far counted in.</summary>
    public SandboxBalance BalanceAt(DateTimeOffset time) => _bank.BalanceAt(time);

    /// <summary>Starts the session; <c>initiate_result</c> follows. Text that is no JSON object is swallowed without an event.</summary>
    public void Initiate(string json)
    {
        if (HyperRequest.Read(json) is not { } request)
        {
            return;
        }
        lock (_lock)
        {
            var fault = Record(request);
            if (WhyNotInitiated(request) is { } error)
            {
                _delivery.After(_options.InitiateDelay, () => _delivery.Deliver(HyperEvent.Error("initiate_result", request.RequestId, error), fault));
                return;
            }
            _state = State.Initiating;
            _delivery.After(_options.InitiateDelay, () => FinishInitiate(request, fault));
        }
    }

    /// <summary>Takes a process payload.</summary>
    /// <returns>False before a good <c>initiate_result</c> and after <see cref="Terminate"/>: the payload is dropped and no event comes.
    /// True otherwise, even for text that is no JSON object, which is swallowed without an event.</returns>
    public bool Process(string json)
    {
        lock (_lock)
        {
            if (_state != State.Initialised)
            {
                return false;
            }
            if (HyperRequest.Read(json) is { } request)
            {
                Start(request, Record(request));
            }
            return true;
        }
    }

    /// <summary>The user's back button. True when a page was shown: it closes and its call is answered with <c>JP_002</c>.</summary>
    public bool OnBackPressed()
    {
        lock (_lock)
        {
            if (_page is not { } page)
            {
                return false;
            }
            Close(page, HyperEvent.Error("process_result", page.Request.RequestId, HyperError.UserAborted));
            return true;
        }
    }

    /// <summary>Ends the session: calls under way stay unanswered. A new <see cref="Initiate"/> starts another one.</summary>
    public void Terminate()
    {
        lock (_lock)
        {
            _state = State.Created;
            _page = null;
            _delivery.EndSession();
        }
    }

    /// <summary>Same as <see cref="Terminate"/>.</summary>
    public void Dispose() => Terminate();

    private HyperSdkFault? Record(HyperRequest request)
    {
        _calls.Add(new HyperSdkCall(request.Action, request.RequestId, request.Json, _timeProvider.GetUtcNow()));
        return Faults.Take(request.Action);
    }

    private HyperError? WhyNotInitiated(HyperRequest request)
    {
        if (request.WhatIsWrong("clientId", "merchantKeyId", "environment", "signaturePayload", "signature") is { } error)
        {
            return error;
        }
        if (_state != State.Created)
        {
            return HyperError.WrongParameters("SDK is initiated already");
        }
        if (request.Action != "initiate")
        {
            return HyperError.UnknownEvent;
        }
        return request.Text("clientId") == _options.ClientId ? WhatIsWrongWithTheSignature(request) : HyperError.WrongParameters("clientId is unknown");
    }

    private HyperError? WhatIsWrongWithTheSignature(HyperRequest request)
    {
        if (request.Text("merchantKeyId") != _options.MerchantKeyId)
        {
            return HyperError.WrongParameters("merchantKeyId is unknown");
        }
        return IsSignatureGood(request) ? null : HyperError.WrongParameters("signature does not match");
    }

    private bool IsSignatureGood(HyperRequest request)
    {
        if (_options.MerchantPublicKeyPem is not { } pem)
        {
            return true;
        }
        var signature = new byte[request.Text("signature").Length];
        if (!Convert.TryFromBase64String(request.Text("signature"), signature, out var length))
        {
            return false;
        }
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(
            Encoding.UTF8.GetBytes(request.Text("signaturePayload")), signature.AsSpan(0, length).ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private void FinishInitiate(HyperRequest request, HyperSdkFault? fault)
    {
        lock (_lock)
        {
            if (_state != State.Initiating)
            {
                return;
            }
            _state = fault is HyperSdkFault.ErrorAnswer ? State.Created : State.Initialised;
            var payload = new JsonObject { ["action"] = "initiate", ["status"] = "success" };
            _delivery.Deliver(Shape("initiate_result", request.RequestId, payload, fault), fault);
        }
    }

    private void Start(HyperRequest request, HyperSdkFault? fault)
    {
        var members = HyperBank.RequiredMembers(request.Action);
        var error = request.WhatIsWrong(members ?? []) ?? (members is null ? HyperError.UnknownEvent : null);
        if (error is null && HyperBank.IsSigned(request.Action))
        {
            error = WhatIsWrongWithTheSignature(request);
        }
        if (error is null && HyperBank.IsUserFacing(request.Action) && _page is not null)
        {
            error = HyperError.WrongParameters("Another page is shown");
        }

        if (error is not null)
        {
            _delivery.After(_options.AnswerDelay, () => _delivery.Deliver(HyperEvent.Error("process_result", request.RequestId, error), fault));
        }
        else if (HyperBank.IsUserFacing(request.Action))
        {
            var page = _page = new Page(request, fault);
            Loader(isShown: true);
            _delivery.After(_options.UserDelay, () => FinishPage(page));
        }
        else
        {
            _delivery.After(_options.AnswerDelay, () => _delivery.Deliver(Answer(request, fault), fault));
        }
    }

    private void FinishPage(Page page)
    {
        lock (_lock)
        {
            // The user may have gone back meanwhile.
            if (ReferenceEquals(_page, page))
            {
                Close(page, Answer(page.Request, page.Fault));
            }
        }
    }

    private void Close(Page page, string answer)
    {
        _page = null;
        Loader(isShown: false);
        _delivery.Deliver(answer, page.Fault);
    }

    private string Answer(HyperRequest request, HyperSdkFault? fault)
    {
        // An abort or another failure of the SDK layer comes before the bank is asked.
        var payload = fault is HyperSdkFault.ErrorAnswer ? [] : _bank.Answer(request);
        return Shape("process_result", request.RequestId, payload, fault);
    }

    private static string Shape(string eventName, string requestId, JsonObject payload, HyperSdkFault? fault)
    {
        switch (fault)
        {
            case HyperSdkFault.ErrorAnswer error:
                return HyperEvent.Error(eventName, requestId, new HyperError(error.Code, error.Message));
            case HyperSdkFault.BankAnswer bank:
                payload["status"] = bank.Status;
                payload["gatewayResponseCode"] = bank.Code;
                payload["gatewayResponseMessage"] = bank.Message;
                payload.Remove("balance");
                payload.Remove("availableBalance");
                break;
            case HyperSdkFault.BalanceAnswer { Text: { } text }:
                payload["balance"] = text;
                payload["availableBalance"] = text;
                break;
            case HyperSdkFault.BalanceAnswer:
                payload.Remove("balance");
                payload.Remove("availableBalance");
                break;
        }
        return HyperEvent.Result(eventName, requestId, payload);
    }

    private void Loader(bool isShown)
    {
        if (_options.SendsLoaderEvents)
        {
            _delivery.Noise(HyperEvent.Loader(isShown));
        }
    }

    private sealed record Page(HyperRequest Request, HyperSdkFault? Fault);
}
