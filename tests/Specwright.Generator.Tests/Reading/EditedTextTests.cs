using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>Which edits are read without the rest of the text. That they give the same tree is shown at length in <c>tests/Fuzzing/TextEditTests.cs</c>.</summary>
public class EditedTextTests
{
    private const string Yaml = "info:\n  title: T\n  text: 5'\ntags:\n  - name: a\n    text: |\n      one\n      two\n  - name: b\nrest:\n  a: {b: [1, 2]}\n  c:\n    d: 1\n    e: 2\n  last: 1\nmore:\n  some: thing\n  and: [another, one]\n";
    private const string Json = "{\"info\": {\"title\": \"T\"}, \"tags\": [{\"name\": \"a\"}, {\"name\": \"b\", \"text\": \"1 }\"}], \"rest\": {\"a\": [1, 2], \"ü\": {\"d\": 1}}}";

    [Theory]
    [InlineData("title: T", "title: Tea", true)]
    [InlineData("d: 1\n", "d: 1\n    x: 3\n", true)]
    [InlineData("d: 1\n", "", true)]
    [InlineData("      two\n", "      two\n\n      # three\n", true)]
    [InlineData("[1, 2]", "[1,\n    2]", true)]
    // The line behind is not where it was.
    [InlineData("d: 1\n", "d: 1\n  ", false)]
    // Goes on into what comes behind, and ends there; another key. The entry above is read.
    [InlineData("title: T", "title: 'T", true)]
    [InlineData("title: T", "title:x: T", true)]
    // Where the mapping above goes on.
    [InlineData("a: {b: [1, 2]}\n", "a: {b: [1, 2]}\nx:\n", false)]
    // What it means hangs on other places.
    [InlineData("d: 1", "d: &x 1", false)]
    [InlineData("d: 1", "d: !!str 1", false)]
    [InlineData("d: 1\n", "d: 1\n    <<: {x: 1}\n", false)]
    // Twice.
    [InlineData("d: 1\n", "d: 1\n    d: 2\n", false)]
    public void EditOfYaml_IsReadInPartWhereItEndsWithItsEntry(string before, string after, bool isPart) => Check(Yaml, before, after, isPart);

    [Theory]
    [InlineData("\"T\"", "\"Tea\"", true)]
    [InlineData("[1, 2]", "[1, {\"x\": [2]}]", true)]
    [InlineData("{\"name\": \"b\", ", "{\"name\": \"b\", \"new\": {}, ", true)]
    [InlineData("{\"d\": 1}", "{\"d\": 1, \"é\": 2}", true)]
    // No longer one object.
    [InlineData("\"name\": \"a\"", "\"name\": \"a\"}, {\"x\": 1", false)]
    [InlineData("\"name\": \"a\"", "\"name\": \"a\", \"name\": \"x\"", false)]
    [InlineData("\"name\": \"a\"", "\"name\": \"a\", // or not", false)]
    public void EditOfJson_IsReadInPartWhereTheValueIsOneWhole(string before, string after, bool isPart) => Check(Json, before, after, isPart);

    [Theory]
    [InlineData("# first\n" + Yaml)]
    [InlineData("---\n" + Yaml)]
    public void EverythingThatStandsBefore_IsTakenOver(string text) => Check(text, "d: 1", "d: 12", isPart: true);

    [Theory]
    [InlineData("\uFEFF" + Yaml)]
    [InlineData("x: &a 1\n" + Yaml)]
    [InlineData("x: 1\nx: 2\n" + Yaml)]
    [InlineData("x: \u2028\n" + Yaml)]
    public void TextWhosePartsHangTogether_IsReadWhole(string text) => Check(text, "d: 1", "d: 12", isPart: false);

    [Fact]
    public void EditThatBreaksTheText_IsLeftToTheParser() => Check(Yaml, "[1, 2]", "[1, 2", isPart: false);

    [Fact]
    public void TheSameText_IsNotReadAtAll()
    {
        var earlier = Read(Yaml);
        var budget = new NodeBudget(CancellationToken.None);

        Assert.Same(earlier, EditedTextReader.Read(earlier, new SourceText("", string.Concat(Yaml)), budget));
        Assert.Equal(earlier.Spent, budget.Spent);
    }

    [Fact]
    public void TreeThatSomebodyChanges_IsNotTheOneThatIsRemembered()
    {
        var memory = new TextMemory();
        using (var texts = TextsOf(memory))
        {
            var changed = (ObjectNode)texts.Read(new SourceFile("", Yaml), "#", isToChange: true).Root!;
            changed.RemoveAll(new HashSet<Node>(changed.Members));
        }

        using var later = TextsOf(memory);
        Assert.Equal(4, ((ObjectNode)later.Read(new SourceFile("", Yaml), "#").Root!).Members.Count);
    }

    [Fact]
    public void TreeThatIsInUse_IsNotLentAgain()
    {
        var memory = new TextMemory();
        using (var texts = TextsOf(memory))
        {
            texts.Read(new SourceFile("", Yaml), "#");
        }

        using var one = TextsOf(memory);
        using var other = TextsOf(memory);
        var used = one.Read(new SourceFile("", Yaml), "#");
        other.Read(new SourceFile("", Yaml.Replace("title: T", "title: Tea", StringComparison.Ordinal)), "#");

        Assert.Equal(Lines(Read(Yaml).Root!), Lines(used.Root!));
    }

    [Fact]
    public void TextThatIsBrokenForAWhile_LeavesTheTreeOfTheLastOneThatWasNot()
    {
        var memory = new TextMemory();
        foreach (var text in new[] { Yaml, Yaml.Replace("[1, 2]", "[1, 2", StringComparison.Ordinal) })
        {
            using var texts = TextsOf(memory);
            texts.Read(new SourceFile("", text), "#");
        }

        Assert.Equal(Yaml, memory.Take("")!.Source.Text);
    }

    private static TextFiles TextsOf(TextMemory memory) => new(new NodeBudget(CancellationToken.None), memory);

    private static void Check(string text, string before, string after, bool isPart)
    {
        var edited = text.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(text, edited);
        var whole = Read(edited);

        var part = EditedTextReader.Read(Read(text), new SourceText("", edited), new NodeBudget(CancellationToken.None));

        Assert.Equal(isPart, part is not null);
        if (part is not null)
        {
            Assert.Equal(Lines(whole.Root!), Lines(part.Root!));
        }
    }

    private static TextReadResult Read(string text) => DescriptionTextReader.Read(new SourceText("", text), "#", new NodeBudget(CancellationToken.None));

    private static IEnumerable<string> Lines(Node node) =>
    [
        $"{node.Pointer} at {node.Start}, {node.Length}: {(node is ScalarNode scalar ? scalar.Kind + " " + scalar.Text : "to " + ((ContainerNode)node).End)}",
        .. node is ContainerNode container ? container.Children.SelectMany(Lines) : [],
    ];
}
