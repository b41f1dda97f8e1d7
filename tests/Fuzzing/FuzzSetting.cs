namespace Specwright.Fuzzing;

/// <summary>What the environment says of tests that edit.</summary>
internal static class FuzzSetting
{
    /// <summary>How many things are edited.</summary>
    public static int? Edits => Number("SPECWRIGHT_FUZZ_EDITS");

    /// <summary>The first one.</summary>
    public static int? Seed => Number("SPECWRIGHT_FUZZ_SEED");

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : null;
}
