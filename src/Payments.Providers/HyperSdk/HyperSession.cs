using System.Globalization;
using Specwright;

namespace Payments.HyperSdk;

/// <summary>The calls that a balance needs, with their envelopes made: initiate once per SDK instance, then one balance check per account.</summary>
/// <param name="client">Sends.</param>
/// <param name="options">Names client, keys and environment; its bridge knows whether the SDK is initiated.</param>
public sealed class HyperSession(IHyperSdkClient client, HyperSdkOptions options)
{
    private readonly object _gate = new();
    private Task? _initiation;

    /// <summary>Initiates the SDK unless it is initiated. Callers at the same time share one initiate, and so do those who come after all others have left: the SDK has no call to cancel it.</summary>
    /// <param name="cancellationToken">Ends this caller's waiting only.</param>
    /// <exception cref="ApiConfigurationException">A setting that initiate needs is missing.</exception>
    /// <exception cref="ApiException">The SDK or the bank refused.</exception>
    public Task EnsureInitiatedAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_initiation is not { IsCompleted: false })
            {
                if (options.Bridge!.IsInitialised)
                {
                    return Task.CompletedTask;
                }
                _initiation = Task.Run(InitiateAsync, CancellationToken.None);
            }
            return _initiation.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Checks the balance of one account. Initiates first where that is needed; the SDK then asks the user for the UPI PIN.</summary>
    /// <param name="accountReferenceId">Reference from the session-token answer.</param>
    /// <param name="cancellationToken">Ends the waiting only: the SDK's screen stays.</param>
    /// <exception cref="HyperSdkException">The bank refused, or no answer came.</exception>
    /// <exception cref="ApiException{TError}">The SDK reported an error: <see cref="ErrorEvent"/>.</exception>
    public async Task<CheckBalanceEvent> CheckBalanceAsync(string accountReferenceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountReferenceId);
        await EnsureInitiatedAsync(cancellationToken).ConfigureAwait(false);
        return await client.CheckBalanceAsync(
            new CheckBalanceRequest
            {
                RequestId = NewId(),
                Service = HyperService.HyperApi,
                Payload = new CheckBalancePayload
                {
                    Action = HyperAction.UpiCheckBalance,
                    UpiRequestId = options.UpiRequestIdPrefix + NewId(),
                    AccountReferenceId = accountReferenceId,
                },
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task InitiateAsync()
    {
        Settings.Require(options.ClientId, nameof(HyperSdkOptions), nameof(HyperSdkOptions.ClientId));
        Settings.Require(options.MerchantKeyId, nameof(HyperSdkOptions), nameof(HyperSdkOptions.MerchantKeyId));
        Settings.Require(options.SignatureSource, nameof(HyperSdkOptions), nameof(HyperSdkOptions.SignatureSource));
        // Signed just before use: signatures age (ASSUMED; a sister page names 15 minutes).
        var signature = await SignAsync(options.SignatureSource).ConfigureAwait(false);
        await client.InitiateAsync(
            new InitiateRequest
            {
                RequestId = NewId(),
                Service = HyperService.HyperApi,
                Payload = new InitiatePayload
                {
                    Action = HyperAction.Initiate,
                    ClientId = options.ClientId,
                    MerchantKeyId = options.MerchantKeyId,
                    Environment = options.Environment,
                    IssuingPsp = options.IssuingPsp,
                    SignaturePayload = signature.Payload,
                    Signature = signature.Signature,
                },
            }).ConfigureAwait(false);
    }

    // All callers may have left, so the merchant's server has a time limit of its own.
    private async Task<HyperSignature> SignAsync(IHyperSignatureSource source)
    {
        using var timeLimit = new CancellationTokenSource(options.ActionTimeout, options.TimeProvider);
        try
        {
            return await source.SignAsync(HyperAction.Values.Initiate, timeLimit.Token).AsTask().WaitAsync(timeLimit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested)
        {
            throw new ApiException(string.Create(CultureInfo.InvariantCulture, $"initiate: no signature within {options.ActionTimeout.TotalSeconds:0.###} s"), exception);
        }
    }

    // UUID version 4, a new one for each request (source: check balance page).
    private static string NewId() => Guid.NewGuid().ToString();
}
