using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Specwright.Emission;
using Specwright.Fuzzing.Descriptions;
using Specwright.Fuzzing.Mutation;
using Specwright.Fuzzing.Running;
using Specwright.Planning;

namespace Specwright.Fuzzing.Injection;

/// <summary>
/// Hostile texts in every place of a description where a text stands, each place in turn: the code parses to the tree that a harmless text gives.
/// </summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Descriptions => ["everything-3.yaml", "everything-2.yaml"];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void HostileText_GivesTheTreeOfAHarmlessOne(string name)
    {
        var root = DescriptionPool.TryParse(File.ReadAllText(RepositoryFolder.PathOf("tests", "Fuzzing", "Descriptions", name)))!;
        var positions = TextPosition.AllOf(root);
        var emission = new RepeatedEmission();
        var untouched = Generate(root, emission);
        var breaches = new ConcurrentBag<string>();
        Parallel.ForEach(positions.Index(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, item =>
        {
            var harmless = new List<IReadOnlyList<GeneratedFile>> { untouched };
            foreach (var text in new[] { HostileTexts.Everything, HostileTexts.All[item.Index % HostileTexts.All.Count] })
            {
                if (Breach(item.Item, text, other => Generate(item.Item.With(root, other), emission), harmless) is { } breach)
                {
                    breaches.Add($"{item.Item}: '{text}' {breach}");
                }
            }
        });

        Assert.True(positions.Count > 150, $"{positions.Count} positions");
        Assert.True(breaches.IsEmpty, string.Join('\n', breaches.Order(StringComparer.Ordinal)));
    }

    /// <param name="position">Where the text is put.</param>
    /// <param name="text">A hostile one.</param>
    /// <param name="generate">The files with a text at the position.</param>
    /// <param name="harmless">What harmless texts gave there; another one is tried, and added, where none of these gives the files or the tree of the hostile one.</param>
    private static string? Breach(TextPosition position, string text, Func<string, IReadOnlyList<GeneratedFile>> generate, List<IReadOnlyList<GeneratedFile>> harmless)
    {
        var hostile = generate(text);
        using var others = Harmless(text.Length).GetEnumerator();
        if (harmless.Count == 1 && others.MoveNext())
        {
            harmless.Add(generate(others.Current));
        }

        // Nothing of the text is in files that a harmless one gives word for word, which are most: they need no parser.
        if (harmless.Any(files => files.SequenceEqual(hostile)))
        {
            return null;
        }

        var known = harmless.SelectMany(files => files).Select(file => file.Text).ToHashSet(StringComparer.Ordinal);
        if (hostile.Where(file => !known.Contains(file.Text)).Select(SyntaxShape.Breach).FirstOrDefault(breach => breach is not null) is { } breach)
        {
            return $"breaks out: {breach}";
        }

        if (IsAddress(position) || harmless.Any(files => IsSameTree(files, hostile)))
        {
            return null;
        }

        while (others.MoveNext())
        {
            harmless.Add(generate(others.Current));
            if (IsSameTree(harmless[^1], hostile))
            {
                return null;
            }
        }

        return "gives another tree";
    }

    /// <summary>
    /// As long as the hostile one, for lines are broken and names are cut by length. Where a text has a grammar (names of header fields, addresses,
    /// references, media types) a hostile one breaks it, and so does one of the others here: what is left out then is the same.
    /// </summary>
    private static IEnumerable<string> Harmless(int length)
        => new[] { "x", "x ", "{x", "x#x", "{x}{{x}} ", "x(x) {x x} #x; ", "é\n" }.Select(unit => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length]);

    /// <summary>References, addresses of servers and lists of media types mean something else with every sign: only a breach counts there.</summary>
    private static bool IsAddress(TextPosition position) => position.Pointer.Split('/')[^1] is "$ref" or "url" or "contentType";

    /// <summary>
    /// Files that are equal word for word need no parser: that is most of them. Which types stand together in the list of all is a matter of how long their
    /// names are, and a hostile text gives another name than a harmless one: of that file only a breach counts.
    /// </summary>
    private static bool IsSameTree(IReadOnlyList<GeneratedFile> harmless, IReadOnlyList<GeneratedFile> hostile)
    {
        harmless = [.. harmless.Where(file => file.HintName != "Fuzz.Json.g.cs")];
        hostile = [.. hostile.Where(file => file.HintName != "Fuzz.Json.g.cs")];
        var known = harmless.Select(file => file.Text).ToHashSet(StringComparer.Ordinal);
        var changed = hostile.Where(file => !known.Contains(file.Text)).ToList();
        known = [.. hostile.Select(file => file.Text)];
        return harmless.Count == hostile.Count && SyntaxShape.Of(harmless.Where(file => !known.Contains(file.Text))) == SyntaxShape.Of(changed);
    }

    [Theory]
    [InlineData("words", null)]
    [InlineData("\"); System.Environment.Exit(1); (\"", "breaks out: ")]
    [InlineData("\" + \"", "gives another tree")]
    [InlineData("\u202E", "breaks out: a hidden character")]
    public void TextThatIsWrittenAsItCame_IsSeen(string text, string? breach)
    {
        static IReadOnlyList<GeneratedFile> Write(string text) => [new GeneratedFile("a.g.cs", $"namespace A;\n\nclass B {{ string c = \"{text}\"; }}\n")];

        var seen = Breach(new TextPosition("#/info/title", IsName: false), text, Write, [Write("as it was")]);

        Assert.Equal(breach is null, seen is null);
        Assert.StartsWith(breach ?? "", seen ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/ class Evil {}")]
    [InlineData("class Evil {}")]
    [InlineData("\n#line 1")]
    [InlineData("\n[assembly: System.Obsolete]")]
    [InlineData("/// <include file='x' path='y'/>\nclass A {}")]
    [InlineData("class A { string a = \"\u202E\"; }")]
    [InlineData("class A { /* comment */ }")]
    public void Breach_IsSeen(string text)
        => Assert.NotNull(SyntaxShape.Breach(new GeneratedFile("a.g.cs", text.StartsWith("\n[", StringComparison.Ordinal) ? text : "namespace A;\n" + text)));

    [Fact]
    public void TreeThatATextHasChanged_IsSeen()
    {
        var harmless = new GeneratedFile("a.g.cs", "namespace A;\n\nclass B { string c = \"text\"; }\n");

        Assert.True(IsSameTree([harmless], [harmless with { Text = harmless.Text.Replace("text", "other", StringComparison.Ordinal) }]));
        Assert.False(IsSameTree([harmless], [harmless with { Text = harmless.Text.Replace("text", "\" + \"", StringComparison.Ordinal) }]));
    }

    private static IReadOnlyList<GeneratedFile> Generate(JsonObject root, RepeatedEmission emission) => Generation.Of(
        "injection.json",
        DescriptionText.Json(root),
        new ClientOptions { SpecName = "injection.json", Namespace = "Fuzzing", ClientName = "Fuzz" },
        emission.Emit,
        CancellationToken.None).Files;
}
