namespace Specwright.CompileBudget;

/// <summary>One way to have the types of a description.</summary>
/// <param name="Json">What reads and writes them.</param>
internal sealed record Variant(JsonCode Json)
{
    public static IReadOnlyList<Variant> All { get; } = [.. Enum.GetValues<JsonCode>().Select(json => new Variant(json))];

    public string Name => Json switch
    {
        JsonCode.None => "plain types",
        JsonCode.Own => "Specwright",
        _ => "System.Text.Json context",
    };

    /// <summary>Source generators that the compiler runs.</summary>
    public IReadOnlyList<string> Analyzers => Json == JsonCode.Context ? [Toolchain.JsonSourceGenerator] : [];

    public SourceSet Write(string folder, GeneratedClient client)
    {
        return SourceSet.Write(folder, Json == JsonCode.Own
            ? client.Types.Append(client.Json).Select(file => (file.HintName, file.Text))
            : client.Types.Select(file => (file.HintName, WithoutJson.Rewrite(file.Text, keepsNames: Json == JsonCode.Context))).Concat(Json == JsonCode.Context ? [("Context.g.cs", ContextOf(client))] : []));
    }

    private static string ContextOf(GeneratedClient client) => $$"""
        namespace {{GeneratedClient.Namespace}};

        {{string.Join("\n", client.TypeNames.Select(type => $"[global::System.Text.Json.Serialization.JsonSerializable(typeof({type}))]"))}}
        public sealed partial class MeasuredContext : global::System.Text.Json.Serialization.JsonSerializerContext;
        """;
}

internal enum JsonCode
{
    /// <summary>Types that nothing can read: what the others are compared with.</summary>
    None,

    /// <summary>Codecs and resolver as the generator emits them.</summary>
    Own,

    /// <summary>A JsonSerializerContext that names every type.</summary>
    Context,
}
