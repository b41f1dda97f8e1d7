namespace Specwright.Shell;

/// <summary>A project that raises one rule once, at the place between <c>[|</c> and <c>|]</c>.</summary>
internal sealed class RaisedRule
{
    private const string StartMark = "[|";
    private const string EndMark = "|]";

    private RaisedRule(SpecProject project, string path, string text, int start, int length)
    {
        Project = project;
        Path = path;
        Text = text;
        Start = start;
        Length = length;
    }

    public SpecProject Project { get; }

    /// <summary>The file with the mark.</summary>
    public string Path { get; }

    /// <summary>Of that file, without the marks.</summary>
    public string Text { get; }

    public int Start { get; }

    public int Length { get; }

    /// <summary>The description alone.</summary>
    public static RaisedRule In(string description) => In(SpecProject.Empty, (SmallSpec.Path, description));

    /// <param name="project">Taken further: other items and files.</param>
    /// <param name="files">The first one is the description; exactly one of them has a mark.</param>
    public static RaisedRule In(SpecProject project, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            project = path == files[0].Path ? project.WithSpec(path, Unmarked(text)) : project.WithFile(path, Unmarked(text));
        }

        return Marked(project, files.Single(file => file.Text.Contains(StartMark, StringComparison.Ordinal)));
    }

    /// <summary>In a project whose files are all there already.</summary>
    public static RaisedRule Marked(SpecProject project, (string Path, string Text) file)
    {
        var start = file.Text.IndexOf(StartMark, StringComparison.Ordinal);
        var end = file.Text.IndexOf(EndMark, StringComparison.Ordinal);
        return new(project, file.Path, Unmarked(file.Text), start, end - start - StartMark.Length);
    }

    public static string Unmarked(string text) => text.Replace(StartMark, "", StringComparison.Ordinal).Replace(EndMark, "", StringComparison.Ordinal);
}
