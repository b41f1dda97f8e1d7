using System.CommandLine;
using Specwright.CompileBudget;

var runs = new Option<int>("--runs") { Description = "Compilations for each row, which take turns; the lowest processor time and the median of the memory count.", DefaultValueFactory = _ => 3 };

var schemas = new Option<int[]>("--schemas") { Description = "Synthetic descriptions of so many schemas; 0: none.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [200, 800] };
var documents = new Option<string[]>("--documents") { Description = "Files of real descriptions.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var folder = new Option<DirectoryInfo>("--output") { Description = "Where the compiled sources stay, to be looked at.", DefaultValueFactory = _ => new DirectoryInfo(Specwright.RepositoryFolder.PathOf("artifacts", "compile-budget")) };
var table = new RootCommand("What generated code costs the compiler: plain types, ours and a System.Text.Json context for the same types, as a Markdown table.") { schemas, documents, folder, runs };
table.SetAction(parsed =>
{
    var output = parsed.InvocationConfiguration.Output;
    var sets = new BudgetTable(output, parsed.GetValue(runs));
    var root = parsed.GetValue(folder)!;
    if (root.Exists)
    {
        root.Delete(recursive: true);
    }

    sets.WriteHead();
    foreach (var count in parsed.GetValue(schemas)!.Where(count => count > 0))
    {
        sets.WriteRows("synthetic.yaml", SyntheticDescription.Of(count), Path.Combine(root.FullName, $"synthetic-{count}"));
    }

    foreach (var document in parsed.GetValue(documents)!)
    {
        var name = Path.GetFileNameWithoutExtension(document);
        sets.WriteRows(Path.GetFileName(document), File.ReadAllText(document), Path.Combine(root.FullName, name));
    }
});

var measured = new Argument<DirectoryInfo>("folder") { Description = "All .cs files in it, without bin and obj." };
var references = new Option<string[]>("--reference") { Description = "Further assemblies that the code needs; the framework's are there.", DefaultValueFactory = _ => [] };
var analyzers = new Option<string[]>("--analyzer") { Description = "Source generators to run, and the assemblies that they need.", DefaultValueFactory = _ => [] };
var arguments = new Option<string[]>("--argument") { Description = "Further arguments of the compiler, such as /unsafe+.", DefaultValueFactory = _ => [] };
var measure = new Command("measure", "The same for any folder of C#: one row.") { measured, references, analyzers, arguments, runs };
measure.SetAction(parsed =>
{
    var sources = SourceSet.In(parsed.GetValue(measured)!.FullName);
    var row = Row.Measure([new(sources, parsed.GetValue(references)!, parsed.GetValue(analyzers)!, parsed.GetValue(arguments)!)], parsed.GetValue(runs))[0];
    var sets = new BudgetTable(parsed.InvocationConfiguration.Output, parsed.GetValue(runs));
    sets.WriteHead();
    sets.Write(parsed.GetValue(measured)!.Name, "types", "", row.Assembly?.Types ?? 0, row, null);
    return row.Assembly is null ? 1 : 0;
});
table.Add(measure);
return await table.Parse(args).InvokeAsync();
