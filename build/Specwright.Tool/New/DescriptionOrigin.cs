using System.Text;
using System.Text.RegularExpressions;
using Specwright.Inputs;

namespace Specwright.Tool.New;

/// <summary>A description as it was taken over: its bytes, and where they come from.</summary>
internal sealed partial record DescriptionOrigin
{
    public required byte[] Bytes { get; init; }

    /// <summary>As the compiler reads it.</summary>
    public required string Text { get; init; }

    /// <summary>The file's name, or the last step of an address.</summary>
    public required string FileName { get; init; }

    /// <summary>An address, or the file's name: a path of somebody's machine says nothing to others.</summary>
    public required string From { get; init; }

    /// <summary>Written here as a skeleton, to be filled by hand.</summary>
    public bool IsSkeleton { get; init; }

    /// <summary>The file's path; null for anything else.</summary>
    public string? Path { get; init; }

    /// <exception cref="ToolException">There is no such file, the address is refused or does not answer, or the name cannot be one.</exception>
    public static async Task<DescriptionOrigin> ReadAsync(NewRequest request, CancellationToken cancellationToken)
    {
        var source = request.Source;
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return Of(await DescriptionDownload.ReadAsync(address, cancellationToken), SpecPaths.NameOf(address.AbsolutePath), address.GetLeftPart(UriPartial.Path));
        }

        if (File.Exists(source))
        {
            var bytes = await File.ReadAllBytesAsync(source, cancellationToken);
            return Of(bytes, System.IO.Path.GetFileName(source), System.IO.Path.GetFileName(source)) with { Path = SpecPaths.Normalize(System.IO.Path.GetFullPath(source)) };
        }

        if (!Name().IsMatch(source))
        {
            throw new ToolException(SpecNames.IsText(source) || source.Contains('/') || source.Contains('\\')
                ? $"there is no description '{source}'"
                : $"'{source}' is no file, and no name either: small letters, digits and '-', a letter first");
        }

        var skeleton = Skeleton.Of(source);
        return Of(Encoding.UTF8.GetBytes(skeleton), source + ".openapi.yaml", "") with { IsSkeleton = true };
    }

    /// <summary>Of the files: <c>acme-pay</c>. From the file's name, or from the title where that says nothing, as <c>openapi.yaml</c> does.</summary>
    public string NameFor(string title)
    {
        var name = Slug(SpecNames.StemOf(FileName));
        return name.Length == 0 || Generic().IsMatch(name) ? Slug(title) is { Length: > 0 } fromTitle ? fromTitle : "api" : name;
    }

    public static bool IsName(string name) => Name().IsMatch(name);

    private static DescriptionOrigin Of(byte[] bytes, string fileName, string from)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return new() { Bytes = bytes, Text = reader.ReadToEnd(), FileName = fileName, From = from };
    }

    private static string Slug(string text)
    {
        var slug = NotInName().Replace(CamelCase().Replace(text, "-").ToLowerInvariant(), "-").Trim('-');
        return slug.Length > 40 ? slug[..40].TrimEnd('-') : slug.Length > 0 && char.IsAsciiDigit(slug[0]) ? "api-" + slug : slug;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex("^(openapi|swagger|api|spec|index|schema|api-docs|description|v[0-9]+)(-v?[0-9]+)?$")]
    private static partial Regex Generic();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInName();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex CamelCase();
}
