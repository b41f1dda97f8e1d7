using Specwright.Model;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Operations;

/// <summary>What planning one operation needs of its surroundings. All that depends on more than the operation and its names is asked for here, so that it can be asked again for the next version of the description.</summary>
/// <param name="operation">To be planned.</param>
/// <param name="identifier">Unique among all operations of the description. Names of types that belong to the operation begin with it.</param>
/// <param name="method">Unique in the client or sub-client. Names of the operation's members begin with it.</param>
/// <param name="surroundings">Answer.</param>
/// <param name="answered">Questions that will be asked first, in this order, with their answers.</param>
internal sealed class OperationContext(Operation operation, string identifier, string method, OperationSurroundings surroundings, IReadOnlyList<Question>? answered = null)
{
    private readonly List<Question> _asked = [];

    public Operation Operation { get; } = operation;

    public string Identifier { get; } = identifier;

    public string MethodIdentifier { get; } = method;

    public string OperationId { get; } = OperationNamer.IdOf(operation);

    /// <summary>The path as it is sent.</summary>
    public string PathTemplate { get; } = Operations.PathTemplate.OfRequest(operation);

    /// <summary>All that was asked and reported, in order.</summary>
    public IReadOnlyList<Question> Asked => _asked;

    /// <inheritdoc cref="Types.SchemaTypes.Reference"/>
    public TypeReference Reference(Schema schema, string nameHint) => (TypeReference)Ask(QuestionKind.Reference, schema, nameHint)!;

    /// <inheritdoc cref="Types.SchemaTypes.ReferenceText"/>
    public TypeReference ReferenceText(Schema schema, string nameHint) => (TypeReference)Ask(QuestionKind.ReferenceText, schema, nameHint)!;

    /// <inheritdoc cref="Types.SchemaTypes.Resolve"/>
    public Schema Resolve(Schema schema) => (Schema)Ask(QuestionKind.Resolve, schema)!;

    /// <inheritdoc cref="Types.SchemaTypes.RecordOf"/>
    public RecordPlan? RecordOf(TypeReference type) => (RecordPlan?)Ask(QuestionKind.RecordOf, type);

    /// <inheritdoc cref="Types.FileSchemas.HasBinary"/>
    public bool HasBinary(MediaType content) => (bool)Ask(QuestionKind.HasBinary, content)!;

    /// <inheritdoc cref="Types.FileSchemas.HasFile"/>
    public bool HasFile(MediaType content) => (bool)Ask(QuestionKind.HasFile, content)!;

    /// <inheritdoc cref="Types.XmlShapes.IsModelled"/>
    public bool IsModelledInXml(Schema? schema) => schema is not null && (bool)Ask(QuestionKind.IsModelledInXml, schema)!;

    /// <inheritdoc cref="Types.XmlShapes.Document"/>
    public XmlContentPlan XmlDocument(Schema schema, string nameHint) => (XmlContentPlan)Ask(QuestionKind.XmlDocument, schema, nameHint)!;

    /// <inheritdoc cref="ParameterShapes.Of(Schema)"/>
    public ParameterShape ShapeOf(Schema schema) => (ParameterShape)Ask(QuestionKind.Shape, schema)!;

    /// <inheritdoc cref="SecurityPlanner.CredentialIn"/>
    public string? CredentialIn(Parameter parameter) => (string?)Ask(QuestionKind.Credential, parameter);

    /// <inheritdoc cref="SecurityPlanner.Plan(Model.Operation)"/>
    public EquatableArray<SecurityAlternativePlan> Security() => (EquatableArray<SecurityAlternativePlan>)Ask(QuestionKind.Security)!;

    /// <inheritdoc cref="OperationServerPlanner.SettingOf"/>
    public string? ServerSetting() => (string?)Ask(QuestionKind.ServerSetting);

    /// <inheritdoc cref="ClientOptions.Pagination"/>
    public PaginationChoice Pagination => surroundings.Pagination;

    /// <inheritdoc cref="OperationNames.IsTaken"/>
    public bool IsTaken(string name) => (bool)Ask(QuestionKind.IsTaken, name)!;

    /// <inheritdoc cref="OperationNames.MethodOf"/>
    public string? MethodOf(string target) => (string?)Ask(QuestionKind.Method, target);

    public void Report(Diagnostics.Rule rule, string pointer, params string[] arguments) => Report(new Finding
    {
        RuleId = rule.Id,
        Pointer = pointer,
        Arguments = arguments.ToEquatableArray(),
    });

    public void Report(Finding finding) => Ask(QuestionKind.Report, finding);

    private object? Ask(QuestionKind kind, object? about = null, string? hint = null)
    {
        var question = _asked.Count < (answered?.Count ?? 0) ? answered![_asked.Count] : new Question(kind, about, hint, surroundings.Answer(Operation, kind, about, hint));
        _asked.Add(question);
        return question.Answer;
    }
}
