using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specwright.Emission;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Conformance;

/// <summary>A client that was generated, compiled in memory and loaded. Everything about it is found by reflection over its public types.</summary>
internal sealed partial class GeneratedClient
{
    /// <summary>A base address with a path, so that a client that forgets it is found out.</summary>
    public static readonly Uri Address = new("https://conformance.test/base/");

    private const string WebhooksType = "ConformanceWebhooks";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.OpenApi", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Not collectible: with dozens of clients loaded and unloaded in one process the runtime has crashed while it collected them.
    private readonly AssemblyLoadContext _context = new("Conformance");
    private readonly Assembly _assembly;
    private readonly HttpMessageHandler _wire;
    private readonly Lazy<IReadOnlyList<ClientMethod>> _methods;

    private readonly IReadOnlyDictionary<string, string> _readers;

    private GeneratedClient(MemoryStream image, IReadOnlyDictionary<string, string> readers, HttpMessageHandler wire)
    {
        _wire = wire;
        _readers = readers;
        _assembly = _context.LoadFromStream(image);
        var resolver = _assembly.GetTypes().Single(type => type.Name == "ConformanceJson");
        Json = new JsonSerializerOptions { TypeInfoResolver = (IJsonTypeInfoResolver)resolver.GetProperty("Default")!.GetValue(null)!, MaxDepth = 256 };
        _methods = new(() => [.. MethodsOf(Create())]);
    }

    /// <summary>The types of this client, without reflection.</summary>
    public JsonSerializerOptions Json { get; }

    /// <summary>All methods that give status and header fields beside the body, of the client and of what it consists of.</summary>
    public IReadOnlyList<ClientMethod> Methods => _methods.Value;

    /// <summary>Generates, compiles and loads.</summary>
    /// <param name="path">Of the description.</param>
    /// <param name="text">Of the description.</param>
    /// <param name="wire">Answers all requests.</param>
    /// <param name="alter">Changes the generated text before it is compiled: how the checks themselves are tested.</param>
    /// <exception cref="InvalidOperationException">The description gives no client, or the client does not compile.</exception>
    public static GeneratedClient Load(string path, string text, HttpMessageHandler wire, Func<string, string>? alter = null)
    {
        var readers = new Dictionary<string, string>(StringComparer.Ordinal);
        var image = Compile(path, text, alter, readers);
        return new GeneratedClient(image, readers, wire);
    }

    /// <summary>What reads a request that the server sends; null where there is none.</summary>
    /// <param name="pointer">Of its operation in the description.</param>
    public ClientReader? ReaderOf(string pointer)
    {
        if (!_readers.TryGetValue(pointer, out var name))
        {
            return null;
        }

        var type = _assembly.GetTypes().Single(type => type.Name == WebhooksType);
        return new ClientReader(
            type.GetMethod(name, [typeof(ReadOnlySpan<byte>)])!,
            type.GetMethod(name + "Async", [typeof(Stream), typeof(CancellationToken)])!);
    }

    public bool Owns(Type type) => type.Assembly == _assembly && !type.IsArray;

    private static MemoryStream Compile(string path, string text, Func<string, string>? alter, Dictionary<string, string> readers)
    {
        var name = Path.GetFileName(path);
        var read = DescriptionReader.Read(new DescriptionSource { Description = new SourceFile(name, text) }, CancellationToken.None);
        if (read.Description is null)
        {
            throw new InvalidOperationException("The description cannot be read.");
        }

        var options = new ClientOptions { SpecName = name, Namespace = "Conformance.Client", ClientName = "Conformance" };
        var files = FilePlanner.FilesOf(ClientPlanner.Plan(read.Description, options).Plan).Select(FileEmitter.Emit).ToList();
        foreach (var file in files.Where(file => file.Text.Contains(" class " + WebhooksType, StringComparison.Ordinal)))
        {
            // What reads which webhook shows only in the documentation: names are the generator's own affair.
            foreach (Match reader in WebhookReaders().Matches(file.Text))
            {
                readers[WebUtility.HtmlDecode(CommentBreak().Replace(reader.Groups["pointer"].Value, " "))] = reader.Groups["name"].Value;
            }
        }

        var trees = files
            .Select(file => CSharpSyntaxTree.ParseText(
                alter is null ? file.Text : alter(file.Text),
                new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.None),
                file.HintName,
                Encoding.UTF8))
            .ToList();
        var compilation = CSharpCompilation.Create(
            "Conformance.Client",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }

        image.Position = 0;
        return image;
    }

    private object Create()
    {
        var optionsType = _assembly.GetTypes().Single(type => type.Name == "ConformanceOptions");
        var options = (ApiClientOptions)Activator.CreateInstance(optionsType)!;
        foreach (var address in optionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(Uri)))
        {
            // The base address and those of operations with servers of their own.
            address.SetValue(options, Address);
        }

        foreach (var property in optionsType.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(ApiSecurityScheme)))
        {
            var scheme = (ApiSecurityScheme)property.GetValue(null)!;
            if (optionsType.GetProperty(scheme.OptionName) is { CanWrite: true } credential && credential.PropertyType == typeof(ApiCredential))
            {
                credential.SetValue(options, scheme.Kind == ApiSecuritySchemeKind.Basic ? ApiCredential.Basic("user", "password") : ApiCredential.FromValue("credential-of-" + property.Name));
            }
        }

        var client = _assembly.GetTypes().Single(type => type.Name == "ConformanceClient");
        return client.GetMethod("Create")!.Invoke(null, [options, _wire])!;
    }

    private IEnumerable<ClientMethod> MethodsOf(object client)
    {
        var descriptors = client.GetType()
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(ApiOperation))
            .ToDictionary(field => field.Name, field => (ApiOperation)field.GetValue(null)!, StringComparer.Ordinal);
        foreach (var method in client.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (!method.Name.EndsWith("ResponseAsync", StringComparison.Ordinal))
            {
                continue;
            }

            // The method that prefers a sequence calls the same operation.
            var name = method.Name[..^"ResponseAsync".Length];
            if (descriptors.TryGetValue(name + "Operation", out var operation)
                || (name.EndsWith("Stream", StringComparison.Ordinal) && descriptors.TryGetValue(name[..^"Stream".Length] + "Operation", out operation)))
            {
                yield return new ClientMethod(client, method, operation);
            }
        }

        // Clients of a part of the operations are properties of the client.
        foreach (var property in client.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.GetIndexParameters().Length == 0 && property.GetValue(client) is { } part && Owns(part.GetType()))
            {
                foreach (var method in MethodsOf(part))
                {
                    yield return method;
                }
            }
        }
    }

    // A long pointer stands on a line of its own, and is broken where it holds spaces.
    [GeneratedRegex(@"Source:\s(?:\s*///\s)?<c>(?<pointer>[^<]*)</c>(?:(?!Source:\s)[\s\S])*?public static \S+ (?<name>Read\w+)\(ReadOnlySpan<byte> body\)")]
    private static partial Regex WebhookReaders();

    [GeneratedRegex(@"\s*\n\s*/// ?")]
    private static partial Regex CommentBreak();
}
