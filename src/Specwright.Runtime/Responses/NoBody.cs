namespace Specwright;

/// <summary>Stands for the body of an answer that has none.</summary>
public readonly record struct NoBody;
