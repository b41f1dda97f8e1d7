using System.Runtime.CompilerServices;
using Specwright.Inputs;

namespace Specwright.Shell;

public sealed class ReadingCacheTests
{
    [Fact]
    public void OneContent_IsReadOnce() => Assert.Same(Read(SmallSpec.Text()), Read(SmallSpec.Text()));

    [Fact]
    public void OneContentInAnotherFolder_IsReadOnce() => Assert.Same(Read(SmallSpec.Text(), "/one/acme.yaml"), Read(SmallSpec.Text(), "/two/acme.yaml"));

    [Fact]
    public void AnotherContent_IsReadAnew() => Assert.NotSame(Read(SmallSpec.Text(title: "One")), Read(SmallSpec.Text(title: "Two")));

    /// <summary>An encoding would make both the same replacement character.</summary>
    [Fact]
    public void LoneSurrogates_AreNotAllAlike() => Assert.NotSame(Read(SmallSpec.Text(title: "\uD800")), Read(SmallSpec.Text(title: "\uD801")));

    [Fact]
    public void Cancellation_IsNotRemembered()
    {
        var text = SmallSpec.Text(title: nameof(Cancellation_IsNotRemembered));
        Assert.ThrowsAny<OperationCanceledException>(() => Read(text, cancellationToken: new CancellationToken(canceled: true)));

        Assert.NotNull(Read(text).Description);
    }

    [Fact]
    public async Task ManyCallers_ReadOnce()
    {
        var text = SmallSpec.Text(title: nameof(ManyCallers_ReadOnce));
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Read(text))));

        Assert.Single(results.Distinct());
    }

    /// <summary>The compiler's process lives for days: it holds the last readings only.</summary>
    [Fact]
    public void OldReadings_AreForgotten()
    {
        var old = ReadInPassing(SmallSpec.Text(title: nameof(OldReadings_AreForgotten)), "/forgotten.yaml");
        for (var number = 0; number < 40; number++)
        {
            Read(SmallSpec.Text(title: $"{nameof(OldReadings_AreForgotten)} {number}"), $"/{number}.yaml");
        }

        AssertCollected(old);
    }

    /// <summary>An editor asks for a new version at each pause in typing, and nobody for the ones before.</summary>
    [Fact]
    public void OldVersionsOfOneDescription_AreForgotten()
    {
        const string Path = "/edited.yaml";
        var old = ReadInPassing(SmallSpec.Text(title: "First version"), Path);
        var before = ReadInPassing(SmallSpec.Text(title: "Second version"), Path);
        Read(SmallSpec.Text(title: "Third version"), Path);

        AssertCollected(old);
        Assert.Same(before.Target, Read(SmallSpec.Text(title: "Second version"), Path));
    }

    /// <summary>Each project of a build has its own overlay, or its own names, and an editor asks for all of them after each pause.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void ProjectsWithOneDescription_DoNotPushEachOthersOut(bool haveOverlays, bool haveNames)
    {
        var inputs = Enumerable.Range(0, 4).Select(InputOf).ToList();
        var first = ReadInPassing(inputs[0]);
        inputs.ForEach(input => ReadingCache.Read(input, default));
        GC.Collect();

        Assert.True(first.IsAlive);

        SpecInput InputOf(int project)
        {
            var description = new DescriptionFile
            {
                Path = "/shared/acme.yaml",
                Text = SmallSpec.Text(title: $"{nameof(ProjectsWithOneDescription_DoNotPushEachOthersOut)} {haveOverlays}"),
                Spec = SpecMetadata.Of(option => option switch
                {
                    OptionNames.Overlay when haveOverlays => $"/project{project}/acme.overlay.yaml",
                    OptionNames.Names when haveNames => $"getOrder=Get{project}",
                    _ => null,
                }),
            };
            var overlay = new DescriptionFile { Path = $"/project{project}/acme.overlay.yaml", Text = "overlay: 1.0.0\ninfo: { title: x, version: '1' }\nactions: []\n" };
            return SpecInputs.Of(haveOverlays ? [description, overlay] : [description], new ProjectSettings(null, null))[0];
        }
    }

    private static void AssertCollected(WeakReference old)
    {
        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ReadInPassing(string text, string path) => new(Read(text, path));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ReadInPassing(SpecInput input) => new(ReadingCache.Read(input, default));

    private static Reading.ReadResult Read(string text, string path = "/acme.yaml", CancellationToken cancellationToken = default) => ReadingCache.Read(
        SpecInputs.Of([new DescriptionFile { Path = path, Text = text, Spec = new SpecMetadata() }], new ProjectSettings(null, null))[0],
        cancellationToken);
}
