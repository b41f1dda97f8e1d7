using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Paths to operations.</summary>
internal sealed class OperationReader
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "get", "put", "post", "delete", "options", "head", "patch", "trace", "query" };

    private readonly DescriptionContext _context;
    private readonly SecurityReader _security;
    private readonly ParameterReader _parameters;
    private readonly BodyReader _bodies;
    private readonly Version2BodyReader _version2Bodies;

    public OperationReader(DescriptionContext context, SecurityReader security)
    {
        _context = context;
        _security = security;
        _parameters = new ParameterReader(context);
        _bodies = new BodyReader(context, _parameters);
        _version2Bodies = new Version2BodyReader(context);
    }

    /// <summary>Whether an extension hides operations that were asked for.</summary>
    public bool HasHidden { get; private set; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<Operation> Read()
    {
        var operations = new List<Operation>();
        foreach (var member in _context.Root.MembersOf("paths"))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (member.Name.StartsWith("/", StringComparison.Ordinal) && _context.Resolve(member, "path item") is { } pathItem)
            {
                ReadPathItem(member, pathItem, operations);
            }
        }

        return operations.ToEquatableArray();
    }

    /// <summary>The operations of a path item that stands anywhere; <see cref="Operation.Path"/> is its key.</summary>
    public IReadOnlyList<Operation> ReadPathItem(Node path)
    {
        var operations = new List<Operation>();
        if (_context.Resolve(path, "path item") is { } pathItem)
        {
            ReadPathItem(path, pathItem, operations);
        }

        return operations;
    }

    private void ReadPathItem(Node path, ObjectNode pathItem, List<Operation> operations)
    {
        if (IsHidden(pathItem))
        {
            return;
        }

        foreach (var member in pathItem.Members)
        {
            if (Methods.Contains(member.Name) && member is ObjectNode operation)
            {
                if (!IsHidden(operation))
                {
                    operations.Add(ReadOperation(path, pathItem, operation, path.Pointer + "/" + member.Name));
                }
            }
            else if (member is ObjectNode additional && member.Name == "additionalOperations")
            {
                // OpenAPI 3.2: methods beyond the fixed fields, by their name on the wire.
                operations.AddRange(additional.Members.OfType<ObjectNode>().Where(operation => !IsHidden(operation)).Select(operation =>
                    ReadOperation(path, pathItem, operation, path.Pointer + "/additionalOperations/" + JsonPointer.Escape(operation.Name))));
            }
        }
    }

    private bool IsHidden(ObjectNode node)
    {
        var isHidden = Hiding.Hides(node);
        HasHidden |= isHidden;
        return isHidden;
    }

    /// <param name="path">The member of <c>paths</c>.</param>
    /// <param name="pathItem">The same, references followed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="pointer">Through the path, even where the path item is a reference: two paths may share one item, and pointers are unique.</param>
    private Operation ReadOperation(Node path, ObjectNode pathItem, ObjectNode operation, string pointer)
    {
        var parameters = _parameters.Collect(pathItem, operation);
        var servers = ServerReader.Read(operation);
        return new Operation
        {
            Pointer = pointer,
            OperationId = operation.TextOf("operationId"),
            ChosenName = operation.TextOf("x-specwright-name"),
            Method = operation.Name.ToUpperInvariant(),
            Path = path.Name,
            Summary = operation.TextOf("summary"),
            Description = operation.TextOf("description"),
            IsDeprecated = operation.IsTrue("deprecated"),
            Tags = operation.TextsOf("tags").ToEquatableArray(),
            Parameters = parameters.Select(_parameters.Read).OfType<Parameter>().ToEquatableArray(),
            RequestBody = _context.IsVersion2
                ? _version2Bodies.ReadRequest(operation, parameters)
                : _bodies.ReadRequest(operation),
            Responses = ReadResponses(operation),
            Security = _security.ReadRequirements(operation),
            Pagination = PaginationReader.Read(operation, pointer),
            Servers = servers.IsEmpty ? ServerReader.Read(pathItem) : servers,
        };
    }

    private EquatableArray<Response> ReadResponses(ObjectNode operation)
    {
        var responses = new List<Response>();
        foreach (var member in operation.MembersOf("responses"))
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (StatusOf(member.Name) is not { } status)
            {
                _context.Findings.Add(Problem.Broken(member, $"'{member.Name}' is no status code, no range such as 4XX and not 'default'; the response is left out"));
            }
            else if (_context.Resolve(member, "response") is { } response)
            {
                responses.Add(_context.IsVersion2
                    ? _bodies.ResponseOf(response, status, _version2Bodies.ReadResponse(operation, response))
                    : _bodies.ReadResponse(response, status));
            }
        }

        return responses.ToEquatableArray();
    }

    private static string? StatusOf(string name)
    {
        if (name == "default")
        {
            return name;
        }

        var isStatus = name.Length == 3 && name[0] is >= '1' and <= '5'
            && ((IsDigit(name[1]) && IsDigit(name[2])) || (name[1] is 'X' or 'x' && name[2] is 'X' or 'x'));
        return isStatus ? name.ToUpperInvariant() : null;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
