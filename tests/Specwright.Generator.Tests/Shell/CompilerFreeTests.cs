namespace Specwright.Shell;

public sealed class CompilerFreeTests
{
    /// <summary>The command-line tool goes the same way without a compiler beside it.</summary>
    [Theory]
    [InlineData("Inputs/*.cs")]
    [InlineData("ClientSteps.cs")]
    [InlineData("ReadingCache.cs")]
    [InlineData("PlanCache.cs")]
    [InlineData("Diagnostics/DescriptionFindings.cs")]
    public void WhatTheToolShares_DoesNotKnowTheCompiler(string pattern)
    {
        var folder = Path.Combine(RepositoryFolder.PathOf("generator", "Specwright.Generator"), Path.GetDirectoryName(pattern)!);
        var files = Directory.GetFiles(folder, Path.GetFileName(pattern));

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }
}
