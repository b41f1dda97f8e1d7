using System.Globalization;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission.Clients;

/// <summary>Writes the methods that follow pages: one that gives the pages, one that gives their items.</summary>
internal static class PagingEmitter
{
    public static void WriteDeclarations(SourceWriter body, TypeSpeller speller, OperationPlan operation)
    {
        if (operation.Paging is not { } paging)
        {
            return;
        }

        var parameters = OperationSignature.Parameters(operation, speller);
        body.WriteLine();
        WriteDocumentation(body, operation, "The pages of", isDocumented: false);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine(OperationSignature.Head($"{Pages(operation, speller)} {operation.Identifier}PagesAsync", parameters) + ";");
        body.WriteLine();
        WriteDocumentation(body, operation, "The items of all pages of", isDocumented: false);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine(OperationSignature.Head($"{Items(paging, speller)} {operation.Identifier}AllAsync", parameters) + ";");
    }

    /// <param name="body">Gets the methods.</param>
    /// <param name="speller">Of the file.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="hasInterface">Whether an interface documents them.</param>
    public static void WriteMethods(SourceWriter body, TypeSpeller speller, OperationPlan operation, bool hasInterface)
    {
        if (operation.Paging is not { } paging)
        {
            return;
        }

        var parameters = OperationSignature.Parameters(operation, speller);
        body.WriteLine();
        WriteDocumentation(body, operation, "The pages of", hasInterface);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine($"""
            {OperationSignature.Head($"public {Pages(operation, speller)} {operation.Identifier}PagesAsync", parameters)}
                => {speller.Spell(FrameworkTypes.ApiPages)}.{Following(operation, paging, speller)};

            """);
        WriteDocumentation(body, operation, "The items of all pages of", hasInterface);
        TypeAttributes.WriteObsolete(body, speller, operation.Documentation);
        body.WriteLine($"""
            {OperationSignature.Head($"public {Items(paging, speller)} {operation.Identifier}AllAsync", parameters)}
                => {speller.Spell(FrameworkTypes.ApiPages)}.ItemsOf({operation.Identifier}PagesAsync({OperationSignature.Arguments(operation)}), {ItemsOfPage(operation, paging)}, cancellationToken);
            """);
        if (paging.Style is not (PaginationStyle.NextLink or PaginationStyle.LinkHeader))
        {
            return;
        }

        body.WriteLine();
        var link = Free(operation, "link");
        IEnumerable<string> all =
        [
            $"string? {link}",
            .. OperationSignature.RequestParameters(operation, speller),
            $"{speller.Spell(FrameworkTypes.CancellationToken)} cancellationToken",
        ];
        using (body.WriteBlock(OperationSignature.Head($"private {OperationSignature.ResponseTask(operation, speller)} {operation.Identifier}PageAsync", all)))
        {
            body.WriteLine($"""
                var request = Create{operation.Identifier}Request({OperationSignature.RequestArguments(operation)});
                _transport.Follow(request, {link});
                return {ClassEmitter.Sending(operation, "request")};
                """);
        }
    }

    private static void WriteDocumentation(SourceWriter body, OperationPlan operation, string what, bool isDocumented)
    {
        if (isDocumented)
        {
            body.WriteLine("/// <inheritdoc/>");
            return;
        }

        DocumentationWriter.WriteElement(
            body,
            "summary",
            $"{what} <see cref=\"{operation.Identifier}Async\"/>, from the one that the arguments name. A page is asked for when the one before is used up.");
        body.WriteLine($"""
            /// <inheritdoc cref="{operation.Identifier}Async"/>
            /// <returns>Asked for anew by each enumeration.</returns>
            """);
    }

    private static string Following(OperationPlan operation, PagingPlan paging, TypeSpeller speller)
    {
        var (place, token) = (Free(operation, "next"), Free(operation, "token"));
        var first = paging.Parameter is { } identifier ? operation.Parameters.First(parameter => parameter.Identifier == identifier) : null;
        switch (paging.Style)
        {
            case PaginationStyle.NextLink or PaginationStyle.LinkHeader:
                var rest = OperationSignature.ArgumentsWith(operation, null, "", token);
                var next = paging.Style == PaginationStyle.LinkHeader ? $"{speller.Spell(FrameworkTypes.LinkField)}.NextOf" : $"static page => {Path(operation, paging.Next)}";
                return Lines("Follow", operation.DescriptorField, "null", $"({place}, {token}) => {operation.Identifier}PageAsync({place}, {rest})", next);
            case PaginationStyle.Cursor:
                // A required parameter is never null: the first page is asked for with the caller's value, later ones with what came.
                var cursor = OperationSignature.ArgumentsWith(operation, first!.Identifier, first.IsRequired ? place + "!" : place, token);
                return Lines("Follow", operation.DescriptorField, first.Identifier, $"({place}, {token}) => {operation.Identifier}ResponseAsync({cursor})", $"static page => {Cursor(operation, paging)}");
            default:
                var start = paging.First.ToString(CultureInfo.InvariantCulture);
                var number = OperationSignature.ArgumentsWith(operation, first!.Identifier, first.Type.Name == "int" ? $"checked((int){place})" : place, token);
                var begin = first.IsRequired ? first.Identifier : $"{first.Identifier} ?? {start}";
                var get = $"({place}, {token}) => {operation.Identifier}ResponseAsync({number})";
                var types = $"<{OperationSignature.Response(operation, speller)}, {speller.Spell(paging.Item.DeclaredName)}, {speller.Spell(paging.Item.DeclaredCodec)}>";
                IEnumerable<string> arguments =
                [
                    operation.DescriptorField,
                    begin,
                    .. paging.Style == PaginationStyle.Page ? [start] : Array.Empty<string>(),
                    get,
                    ItemsOfPage(operation, paging),
                    .. paging.Total.IsEmpty ? Array.Empty<string>() : [$"static page => {Path(operation, paging.Total)}"],
                    .. paging.Size is null ? Array.Empty<string>() : [Size(operation, paging.Size, paging.UsualSize)],
                ];
                return Call((paging.Style == PaginationStyle.Page ? "ByNumber" : "ByOffset") + types, arguments, paging.Size is null ? "cancellationToken: cancellationToken" : "cancellationToken");
        }
    }

    private static string Lines(string method, params string[] arguments) => Call(method, arguments, "cancellationToken");

    private static string Call(string method, IEnumerable<string> arguments, string last) => $"{method}(\n        {string.Join(",\n        ", arguments.Append(last))})";

    private static string Size(OperationPlan operation, string identifier, long? usual)
    {
        var isRequired = operation.Parameters.First(parameter => parameter.Identifier == identifier).IsRequired;
        return isRequired || usual is null ? identifier : $"{identifier} ?? {usual.Value.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Cursor(OperationPlan operation, PagingPlan paging)
    {
        var cursor = Path(operation, paging.Next);
        if (paging.Next.IsEmpty)
        {
            // The last item of a list that may be missing or empty.
            var items = Path(operation, paging.Items);
            var last = paging.Last.Aggregate((Text: "last", MayBeNull: paging.Item.AllowsNull), (way, step) => ($"{way.Text}{(way.MayBeNull ? "?." : ".")}{step.Identifier}", step.MayBeNull)).Text;
            cursor = $"{items} is [.., var last] ? {last} : null";
        }

        return paging.More.IsEmpty ? cursor : $"{Path(operation, paging.More)} != true ? null : {cursor}";
    }

    private static string ItemsOfPage(OperationPlan operation, PagingPlan paging) => $"static page => {Path(operation, paging.Items)}";

    private static string Path(OperationPlan operation, EquatableArray<MemberStep> steps)
    {
        var way = (Text: "page.Body", MayBeNull: operation.Result!.MayBeAbsent || operation.Result.Type.AllowsNull);
        foreach (var step in steps)
        {
            way = ($"{way.Text}{(way.MayBeNull ? "?." : ".")}{step.Identifier}", step.MayBeNull);
        }

        return way.Text;
    }

    private static string Pages(OperationPlan operation, TypeSpeller speller) => $"{speller.Spell(FrameworkTypes.IAsyncEnumerable)}<{OperationSignature.Response(operation, speller)}>";

    private static string Items(PagingPlan paging, TypeSpeller speller) => $"{speller.Spell(FrameworkTypes.IAsyncEnumerable)}<{speller.Spell(paging.Item.DeclaredName)}>";

    /// <summary>A name that no parameter of the operation has.</summary>
    private static string Free(OperationPlan operation, string name)
    {
        while (operation.Parameters.Any(parameter => parameter.Identifier == name) || operation.Body?.Identifier == name)
        {
            name += "Page";
        }

        return name;
    }
}
