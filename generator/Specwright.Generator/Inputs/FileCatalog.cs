namespace Specwright.Inputs;

/// <summary>The files of a build by path, and which of them belong together.</summary>
internal sealed class FileCatalog
{
    private readonly Dictionary<string, DescriptionFile> _files = new(SpecPaths.Comparer);
    private readonly string? _projectDirectory;

    public FileCatalog(IEnumerable<DescriptionFile> files, string? projectDirectory)
    {
        _projectDirectory = projectDirectory;
        foreach (var file in files)
        {
            // A file may be an additional file twice: by the project's own hand and as an item of ours, which knows more.
            if (!_files.TryGetValue(file.Path, out var known) || (known.Spec is null && file.Spec is not null))
            {
                _files[file.Path] = file;
            }
        }

        var overlays = new HashSet<string>(
            _files.Values.Where(file => file.Spec is not null).SelectMany(NamedOverlaysOf).SelectMany(found => found.Candidates),
            SpecPaths.Comparer);
        Descriptions = _files.Values
            .Where(file => file.Spec is not null && !SpecNames.IsOverlay(file.Path) && !overlays.Contains(file.Path))
            .ToList();
    }

    /// <summary>Items that are descriptions: an overlay caught by a pattern such as <c>specs/*.yaml</c> is none.</summary>
    public IReadOnlyList<DescriptionFile> Descriptions { get; }

    /// <summary>The overlays named by the item, in that order; without any, the one that lies beside the description.</summary>
    public IReadOnlyList<DescriptionFile> OverlaysOf(DescriptionFile description, Action<string> onMissing)
    {
        var overlays = new List<DescriptionFile>();
        var named = NamedOverlaysOf(description).ToList();
        foreach (var (path, candidates) in named)
        {
            if (Find(candidates) is { } overlay)
            {
                overlays.Add(overlay);
            }
            else
            {
                onMissing(path);
            }
        }

        if (named.Count == 0 && Find(SpecNames.OverlaysBeside(description.Path)) is { } beside)
        {
            overlays.Add(beside);
        }

        return overlays;
    }

    /// <summary>Files that the description, its overlays, or one of these files mention by name, in ordinal order.</summary>
    /// <remarks>
    /// A reference to a file contains its name, so a file whose name occurs nowhere cannot be meant; leaving it out here keeps its edits
    /// from reading this description again.
    /// </remarks>
    public IReadOnlyList<DescriptionFile> OthersOf(DescriptionFile description, IReadOnlyList<DescriptionFile> overlays)
    {
        var unread = new Queue<DescriptionFile>([description, .. overlays]);
        var reached = new HashSet<string>(unread.Select(file => file.Path), SpecPaths.Comparer);
        var others = new List<DescriptionFile>();
        while (unread.Count > 0)
        {
            var text = unread.Dequeue().Text;
            foreach (var candidate in _files.Values)
            {
                if (!reached.Contains(candidate.Path) && Mentions(text, SpecPaths.NameOf(candidate.Path)))
                {
                    reached.Add(candidate.Path);
                    unread.Enqueue(candidate);
                    others.Add(candidate);
                }
            }
        }

        return others.OrderBy(other => other.Path, StringComparer.Ordinal).ToList();
    }

    private static bool Mentions(string text, string name) =>
        text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase) >= 0;

    private IEnumerable<(string Path, IReadOnlyList<string> Candidates)> NamedOverlaysOf(DescriptionFile description) =>
        (description.Spec?[OptionNames.Overlay] ?? "")
            .Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(path => path.Trim())
            .Where(path => path.Length > 0)
            .Select(path => (path, (IReadOnlyList<string>)[
                SpecPaths.Combine(_projectDirectory ?? "", path),
                SpecPaths.Combine(SpecPaths.FolderOf(description.Path), path),
            ]));

    private DescriptionFile? Find(IEnumerable<string> paths) =>
        paths.Select(path => _files.TryGetValue(path, out var file) ? file : null).FirstOrDefault(file => file is not null);
}
