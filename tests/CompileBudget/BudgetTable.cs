using System.Globalization;
using Specwright.Planning;

namespace Specwright.CompileBudget;

/// <summary>The rows of one description, as Markdown.</summary>
/// <param name="output">Gets each row as soon as it is known: a run takes minutes.</param>
/// <param name="runs">Compilations for each row; CPU and memory are medians.</param>
internal sealed class BudgetTable(TextWriter output, int runs)
{
    public void WriteHead() => output.WriteLine("""
        | description | types | JSON code | source, files | assembly | IL | per type, beyond plain: assembly, IL | CPU s, of plain | peak MB, of plain |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);

    /// <param name="name">Stands in the first column.</param>
    /// <param name="text">The description.</param>
    /// <param name="folder">Gets a folder for each row, which stays there to be looked at.</param>
    public void WriteRows(string name, string text, string folder)
    {
        foreach (var kind in Enum.GetValues<TypeKind>())
        {
            var client = GeneratedClient.Of(name, text, kind);
            var kindName = kind == TypeKind.Record ? "records" : "classes";
            Row? plain = null;
            foreach (var variant in Variant.All)
            {
                var sources = variant.Write(Path.Combine(folder, $"{kindName}-{variant.Json}"), client);
                var row = Row.Measure(sources, Toolchain.Runtime, variant.Analyzers, [], runs);
                Write(name, kindName, variant.Name, client.TypeNames.Count, row, plain);
                plain ??= row;
            }

            var whole = client.Types.Concat(client.Others).Append(client.Json).Select(file => (file.HintName, file.Text));
            Write(name, kindName, "Specwright, with the client's methods", client.TypeNames.Count, Row.Measure(SourceSet.Write(Path.Combine(folder, kindName + "-whole"), whole), Toolchain.Runtime, [], [], runs), plain);
        }
    }

    public void Write(string name, string kind, string json, int types, Row row, Row? plain)
    {
        var source = Cell($"{row.SourceBytes / 1024:N0} KB, {row.Files}");
        if (row.Assembly is not { } assembly)
        {
            output.WriteLine($"| {name} | {types} {kind} | {json} | {source} | does not compile: {row.FirstError} | | | | |");
            return;
        }

        var beyond = plain?.Assembly is { } plainAssembly && types > 0 ? Cell($"{(assembly.Bytes - plainAssembly.Bytes) / (double)types:N0} B, {(assembly.IlBytes - plainAssembly.IlBytes) / (double)types:N0} B") : "";
        var cpu = Cell($"{row.Cpu.TotalSeconds:F1}") + (plain is null ? "" : Cell($", {row.Cpu / plain.Cpu:F2}"));
        var peak = Cell($"{row.PeakBytes / 1e6:N0}") + (plain is null ? "" : Cell($", {(double)row.PeakBytes / plain.PeakBytes:F2}"));
        output.WriteLine($"| {name} | {types} {kind} | {json} | {source} | {Cell($"{assembly.Bytes / 1024:N0} KB")} | {Cell($"{assembly.IlBytes / 1024:N0} KB")} | {beyond} | {cpu} | {peak} |");
        output.Flush();
    }

    private static string Cell(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What one set of sources costs.</summary>
internal sealed record Row(long SourceBytes, int Files, AssemblySize? Assembly, TimeSpan Cpu, long PeakBytes, string? FirstError)
{
    public static Row Measure(SourceSet sources, IReadOnlyList<string> references, IReadOnlyList<string> analyzers, IReadOnlyList<string> arguments, int runs)
    {
        var measured = new List<ColdCompilation>();
        do
        {
            measured.Add(ColdCompilation.Run(sources, references, analyzers, arguments));
        }
        while (measured.Count < runs && measured[0].Assembly is not null);

        return new(
            sources.Bytes,
            sources.Files.Count,
            measured[0].Assembly,
            measured.Select(one => one.Cpu).Order().ElementAt(measured.Count / 2),
            measured.Select(one => one.PeakBytes).Order().ElementAt(measured.Count / 2),
            measured[0].FirstError);
    }
}
