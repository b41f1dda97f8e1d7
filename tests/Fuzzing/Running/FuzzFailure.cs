namespace Specwright.Fuzzing.Running;

/// <summary>A mutant that the generator could not stand.</summary>
/// <param name="Mutant">As it was made.</param>
/// <param name="Result">What happened.</param>
/// <param name="Shrunk">The smallest one found that fails in the same way; null where another failure of the kind was shrunk already.</param>
internal sealed record FuzzFailure(Mutant Mutant, MutantResult Result, Mutant? Shrunk);
