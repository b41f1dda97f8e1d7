using Specwright;

namespace Payments.SignedGateway;

public sealed partial class SignedGatewayOptions
{
    private long _learnedClockOffset;

    /// <summary>The merchant's app id. Required.</summary>
    public string? AppId { get; set; }

    /// <summary>The merchant's app secret. Required; never logged.</summary>
    public string? AppSecret { get; set; }

    /// <summary>How requests are signed; <see cref="V2Sha256Signer"/> unless set (its digest is ASSUMED).</summary>
    public ISignatureRule SignatureRule { get; set; } = V2Sha256Signer.Instance;

    /// <summary>What happens with the signatures of responses: only reported unless set, until a real response has confirmed one of the candidate rules.</summary>
    public ResponseVerification ResponseVerification { get; set; } = ResponseVerification.Report;

    /// <summary>Which text the responses' signatures cover; the likeliest candidate unless set (ASSUMED).</summary>
    public IResponseSignatureRule ResponseSignatureRule { get; set; } = ResponseSignatureRules.SevenParts;

    /// <summary>Hears of every checked signature, good or bad. Runs within the call.</summary>
    public Action<ResponseSignatureReport>? ResponseSignatureChecked { get; set; }

    /// <summary>How far the gateway's clock is known to run ahead of ours; added to every timestamp.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Whether to take the offset from the <c>Date</c> field of the latest response instead, once there is one that is no more than a day off. The gateway's time window is not known (ASSUMED).</summary>
    public bool LearnClockOffset { get; set; }

    /// <summary>Makes nonces; 16 random bytes in small hexadecimal digits unless set. Called once per attempt.</summary>
    public Func<string>? NonceSource { get; set; }

    /// <summary>Currencies whose balances the common view shows; INR unless set. At most 50.</summary>
    public IList<string> BalanceCurrencies { get; } = ["INR"];

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Settings.Require(AppId, nameof(SignedGatewayOptions), nameof(AppId));
        Settings.Require(AppSecret, nameof(SignedGatewayOptions), nameof(AppSecret));
    }

    internal TimeSpan EffectiveClockOffset => LearnedClockOffset ?? ClockOffset;

    // One word, since responses of parallel calls write it: 0 stands for nothing learned yet, otherwise ticks, moved by one where they are not negative.
    internal TimeSpan? LearnedClockOffset
    {
        get => Interlocked.Read(ref _learnedClockOffset) switch
        {
            0 => null,
            > 0 and var ticks => TimeSpan.FromTicks(ticks - 1),
            var ticks => TimeSpan.FromTicks(ticks),
        };
        set => Interlocked.Exchange(ref _learnedClockOffset, value switch
        {
            null => 0,
            { Ticks: >= 0 and var ticks } => ticks + 1,
            { Ticks: var ticks } => ticks,
        });
    }

    // The description's only server is a placeholder: the merchant's own gateway has to be named. The signature is the signing handler's work.
    partial void OnCreated()
    {
        BaseAddress = null;
        Signature = ApiCredential.AppliedByHandler;
    }
}
