using System.Text;
using Specwright.Emission;

namespace Specwright.Tool.Freshness;

/// <summary>The folder of a project that holds the copy of its generated code. Only <c>*.g.cs</c> files in it are ours.</summary>
internal sealed class GeneratedFolder(string path)
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>One entry for each file here or generated now, equal ones too, in ordinal order.</summary>
    public IReadOnlyList<FileDifference> Compare(IEnumerable<GeneratedFile> generated)
    {
        var expected = generated.ToDictionary(file => file.HintName, file => file.Text, StringComparer.Ordinal);
        var found = Directory.Exists(path) ? Directory.GetFiles(path, "*.g.cs").Select(Path.GetFileName).OfType<string>() : [];
        return expected.Keys.Union(found, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => Compare(name, expected.GetValueOrDefault(name)))
            .ToList();
    }

    /// <summary>Writes stale and missing files and deletes left-over ones; files that are the same stay untouched.</summary>
    public void Apply(IEnumerable<FileDifference> differences)
    {
        Directory.CreateDirectory(path);
        foreach (var difference in differences)
        {
            switch (difference.Kind)
            {
                case DifferenceKind.Stale or DifferenceKind.Missing:
                    File.WriteAllText(PathOf(difference.Name), difference.Generated, Encoding);
                    break;
                case DifferenceKind.LeftOver:
                    File.Delete(PathOf(difference.Name));
                    break;
            }
        }
    }

    private FileDifference Compare(string name, string? generated)
    {
        var file = PathOf(name);
        if (!File.Exists(file))
        {
            return new(name, DifferenceKind.Missing, null, generated);
        }

        var bytes = File.ReadAllBytes(file);
        var committed = Encoding.GetString(bytes);
        if (generated is null)
        {
            return new(name, DifferenceKind.LeftOver, committed, null);
        }

        var isSame = bytes.AsSpan().SequenceEqual(Encoding.GetBytes(generated));
        return new(name, isSame ? DifferenceKind.None : DifferenceKind.Stale, committed, generated);
    }

    private string PathOf(string name) => Path.GetFileName(name) == name
        ? Path.Combine(path, name)
        : throw new InvalidOperationException($"The hint name '{name}' is no file name.");
}
