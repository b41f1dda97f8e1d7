using Specwright.Corpus;
using Specwright.Fuzzing.Mutation;
using Specwright.Reading.Text;

namespace Specwright.Fuzzing;

/// <summary>
/// Texts as somebody types in them: what comes of reading the edited part alone is, node for node and place for place, what the parser makes of the whole text.
/// <c>SPECWRIGHT_FUZZ_EDITS</c> chooses how many texts, <c>SPECWRIGHT_FUZZ_SEED</c> from which seed on.
/// </summary>
public sealed class TextEditTests
{
    private const int CountInCi = 400;
    private const int Versions = 24;
    private const int MaxCharacters = 60_000;

    [Fact]
    public void EditedTexts_GiveTheTreeOfTheWholeText()
    {
        var texts = Texts();
        var first = FuzzSetting.Seed ?? 1;
        var (readable, parts, broken) = (0, 0, 0);
        for (var seed = first; seed < first + (FuzzSetting.Edits ?? CountInCi); seed++)
        {
            var random = new Random(seed);
            random.NextBytes(new byte[32]);
            var (name, text) = texts[random.Next(texts.Count)];
            var earlier = Read(text, out _);
            for (var version = 0; version < Versions && earlier.Parts != SelfContainedParts.None; version++)
            {
                var (edited, step) = TextEdits.Apply(earlier.Source.Text, random);
                var whole = Read(edited, out var spent);
                var budget = new NodeBudget(CancellationToken.None);
                var part = EditedTextReader.Read(earlier, new SourceText("edited", edited), budget);
                readable += whole.Root is null ? 0 : 1;
                broken += whole.Root is null ? 1 : 0;
                if (part is not null)
                {
                    parts++;
                    Assert.True(Difference(whole.Root, part.Root, edited) is not { } difference, $"seed {seed}, {name}, version {version}, {step}: {Difference(whole.Root, part.Root, edited)}");
                    Assert.True(whole.Parts == part.Parts && spent == part.Spent && spent == budget.Spent, $"seed {seed}, {name}, version {version}, {step}: {part.Parts}, {part.Spent} spent");
                }
                else
                {
                    Assert.True(budget.Spent == 0, $"seed {seed}, {name}, version {version}, {step}: {budget.Spent} spent in vain");
                }

                // A text that cannot be read leaves the tree of the last one that could.
                earlier = part ?? (whole.Root is null || whole.Parts == SelfContainedParts.None ? earlier : whole);
            }
        }

        // Nothing is proven where little is read in part, or nothing is ever wrong.
        Assert.True(parts * 3 > readable && broken > readable / 50, $"{readable} texts that can be read, {parts} of them in part, {broken} that cannot");
    }

    private static TextReadResult Read(string text, out int spent)
    {
        var budget = new NodeBudget(CancellationToken.None);
        var result = DescriptionTextReader.Read(new SourceText("edited", text), "#", budget);
        spent = budget.Spent;
        return result;
    }

    private static string? Difference(Node? whole, Node? part, string text)
    {
        if (whole is null || part is null)
        {
            return whole == part ? null : "only one of them has a tree";
        }

        if (Described(whole) != Described(part))
        {
            return $"{part.Pointer}: {Described(part)} instead of {Described(whole)}";
        }

        if (part.Source.Text != text || (part.Parent is { } parent && parent.Children[part.Index] != part))
        {
            return $"{part.Pointer}: of another tree";
        }

        if (whole is not ContainerNode container)
        {
            return null;
        }

        var children = ((ContainerNode)part).Children;
        return container.Children.Count != children.Count
            ? $"{part.Pointer}: {children.Count} children instead of {container.Children.Count}"
            : container.Children.Zip(children, (one, other) => Difference(one, other, text)).FirstOrDefault(difference => difference is not null);
    }

    private static string Described(Node node) => node switch
    {
        ScalarNode scalar => $"{scalar.Kind} '{scalar.Text}' of '{node.Name}' at {node.Start}, {node.Length}",
        ContainerNode container => $"{node.GetType().Name} of '{node.Name}' at {node.Start}, {node.Length}, to {container.End}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>As they were written, and as JSON on many lines and on one.</summary>
    private static List<(string Name, string Text)> Texts()
    {
        string[] files =
        [
            .. Directory.GetFiles(RepositoryFolder.PathOf("tests", "Fuzzing", "Descriptions"), "*.yaml"),
            .. Directory.GetFiles(RepositoryFolder.PathOf("specs"), "*.yaml"),
            .. Directory.GetFiles(RepositoryFolder.PathOf("tests", "Specwright.Generator.Tests", "Golden"), "*.yaml", SearchOption.AllDirectories),
            .. CorpusDocument.Folder() is { } folder ? CorpusDocument.All(folder).Select(document => document.Path) : [],
        ];
        var texts = new List<(string Name, string Text)>();
        foreach (var file in files.Order(StringComparer.Ordinal).Where(file => new FileInfo(file).Length <= MaxCharacters))
        {
            var (name, text) = (Path.GetRelativePath(RepositoryFolder.Path, file), File.ReadAllText(file));
            texts.Add((name, text));
            if (texts.Count % 4 == 0)
            {
                texts.Add((name + ", lines of Windows", text.ReplaceLineEndings("\r\n")));
            }

            if (texts.Count % 3 == 0 && Descriptions.DescriptionPool.TryParse(text) is { } root)
            {
                texts.Add((name + ", as JSON", DescriptionText.Json(root)));
                texts.Add((name + ", as JSON on one line", root.ToJsonString()));
            }
        }

        return texts;
    }
}
