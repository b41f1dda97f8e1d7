using Specwright.Model;
using Specwright.Planning.Reuse;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>What answers the questions of those who plan operations.</summary>
internal sealed class OperationSurroundings(
    OperationNames names, SchemaTypes types, ParameterShapes shapes, SecurityPlanner security, OperationServerPlanner servers, ClientOptions options, List<Finding> findings)
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Shapes = [ParameterShape.Scalar, ParameterShape.List, ParameterShape.Structured];

    public PaginationChoice Pagination => options.Pagination;

    /// <param name="operation">That is planned.</param>
    /// <param name="kind">Of the question.</param>
    /// <param name="about">Null where the operation itself is meant.</param>
    /// <param name="hint">A name for what has none.</param>
    public object? Answer(Operation operation, QuestionKind kind, object? about, string? hint) => kind switch
    {
        QuestionKind.Reference => types.Reference((Schema)about!, hint!),
        QuestionKind.ReferenceText => types.ReferenceText((Schema)about!, hint!),
        QuestionKind.Resolve => types.Resolve((Schema)about!),
        QuestionKind.RecordOf => types.RecordOf((TypeReference)about!),
        QuestionKind.HasBinary => types.Files.HasBinary((MediaType)about!) ? True : False,
        QuestionKind.HasFile => types.Files.HasFile((MediaType)about!) ? True : False,
        QuestionKind.IsModelledInXml => types.Xml.IsModelled((Schema)about!) ? True : False,
        QuestionKind.XmlDocument => types.Xml.Document((Schema)about!, hint!),
        QuestionKind.Shape => Shapes[(int)shapes.Of((Schema)about!)],
        QuestionKind.Credential => security.CredentialIn((Parameter)about!, operation),
        QuestionKind.Security => security.Plan(operation),
        QuestionKind.ServerSetting => servers.SettingOf(operation),
        QuestionKind.IsTaken => names.IsTaken(operation, (string)about!) ? True : False,
        QuestionKind.Method => names.MethodOf((string)about!),
        QuestionKind.Report => Report((Finding)about!),
        _ => throw new InvalidOperationException($"Nobody answers {kind}"),
    };

    private object? Report(Finding finding)
    {
        findings.Add(finding);
        return null;
    }
}
