using Specwright.Inputs;
using Specwright.Model;
using Specwright.Planning;

namespace Specwright;

/// <summary>What a description says and what its client is to be. No text and no positions: an edit that says the same is equal.</summary>
internal sealed record ClientModel
{
    /// <summary>See <see cref="SpecInput.HintPrefix"/>.</summary>
    public required string HintPrefix { get; init; }

    public required ClientOptions Options { get; init; }

    /// <summary>Null: it could not be read, and the analyzer says why.</summary>
    public required ApiDescription? Description { get; init; }
}
