using System.Globalization;
using Specwright.Planning;

namespace Specwright.CompileBudget;

/// <summary>The rows of one description, as Markdown.</summary>
/// <param name="output">Gets the rows of one kind of type as soon as they are known: a run takes minutes.</param>
/// <param name="runs">Compilations for each row, which take turns: of the processor time the lowest counts, what it takes when nobody disturbs, of the memory the median.</param>
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
            var whole = client.Types.Concat(client.Others).Append(client.Json).Select(file => (file.HintName, file.Text));
            var contenders = Variant.All
                .Select(variant => (variant.Name, new Contender(variant.Write(Path.Combine(folder, $"{kindName}-{variant.Json}"), client), Toolchain.Runtime, variant.Analyzers, [])))
                .Append(("Specwright, with the client's methods", new Contender(SourceSet.Write(Path.Combine(folder, kindName + "-whole"), whole), Toolchain.Runtime, [], [])))
                .ToList();
            var rows = Row.Measure([.. contenders.Select(contender => contender.Item2)], runs);
            for (var index = 0; index < rows.Count; index++)
            {
                Write(name, kindName, contenders[index].Item1, client.TypeNames.Count, rows[index], index == 0 ? null : rows[0]);
            }
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
    public static IReadOnlyList<Row> Measure(IReadOnlyList<Contender> contenders, int runs)
    {
        var measured = contenders.Select(_ => new List<ColdCompilation>()).ToList();
        for (var run = 0; run < runs; run++)
        {
            for (var index = 0; index < contenders.Count; index++)
            {
                // What does not compile is not tried again.
                if (run == 0 || measured[index][0].Assembly is not null)
                {
                    var (sources, references, analyzers, arguments) = contenders[index];
                    measured[index].Add(ColdCompilation.Run(sources, references, analyzers, arguments));
                }
            }
        }

        return
        [
            .. contenders.Zip(measured, (contender, compilations) => new Row(
                contender.Sources.Bytes,
                contender.Sources.Files.Count,
                compilations[0].Assembly,
                compilations.Min(one => one.Cpu),
                compilations.Select(one => one.PeakBytes).Order().ElementAt(compilations.Count / 2),
                compilations[0].FirstError)),
        ];
    }
}

/// <summary>What is compiled for one row.</summary>
/// <param name="Sources">The code.</param>
/// <param name="References">Assemblies beside those of the framework.</param>
/// <param name="Analyzers">Source generators and what they need.</param>
/// <param name="Arguments">Further arguments of the compiler.</param>
internal sealed record Contender(SourceSet Sources, IReadOnlyList<string> References, IReadOnlyList<string> Analyzers, IReadOnlyList<string> Arguments);
