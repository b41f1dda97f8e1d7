namespace Specwright;

/// <summary>What an error body may tell. The hand-written half of a generated error type implements it; <see cref="ApiException"/> then shows it.</summary>
public interface IApiError
{
    /// <summary>The provider's own code.</summary>
    string? Code { get; }

    /// <summary>The provider's words; redacted and shortened before they are shown.</summary>
    string? Message { get; }

    /// <summary>The provider's id of this request, for its support.</summary>
    string? RequestId { get; }
}
