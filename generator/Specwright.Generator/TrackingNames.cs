namespace Specwright;

/// <summary>Names of the generator's steps, in their order; tests ask by them why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>Each additional file that may take part in a description, with its item's metadata: the last step that holds an object of the compiler.</summary>
    public const string Texts = nameof(Texts);

    /// <summary>The same files by content.</summary>
    public const string DescriptionFiles = nameof(DescriptionFiles);

    /// <summary>What the project as a whole says.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>Each description with its overlays, the files it refers to, and its options.</summary>
    public const string Inputs = nameof(Inputs);

    /// <summary>What each description says: the cut-off that white space does not pass.</summary>
    public const string Models = nameof(Models);

    /// <summary>What C# there will be for each description.</summary>
    public const string Plans = nameof(Plans);

    /// <summary>Whether other generators are to see the clients.</summary>
    public const string SeenByGenerators = nameof(SeenByGenerators);

    /// <summary>The plan of each file: the cut-off that keeps a change to its own file.</summary>
    public const string Files = nameof(Files);
}
