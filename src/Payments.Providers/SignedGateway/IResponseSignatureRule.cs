namespace Payments.SignedGateway;

/// <summary>Which text the gateway signs in its responses. Not documented in what could be read, hence replaceable; two candidates are in <see cref="ResponseSignatureRules"/>.</summary>
public interface IResponseSignatureRule
{
    /// <summary>For logs, such as <c>seven parts</c>.</summary>
    string Name { get; }

    /// <summary>The signature the response should carry, in hexadecimal digits of either case.</summary>
    string Sign(SignatureInput input);
}
