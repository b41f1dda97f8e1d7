using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>Finds path, line and byte of a failure by reading the document once more up to the failing token.</summary>
internal static class JsonErrorPlace
{
    /// <param name="failure">What the codec or the reader threw.</param>
    /// <param name="tokenStart">Where the reader stood, counted from behind a byte order mark.</param>
    /// <param name="document">The whole document, with its byte order mark.</param>
    /// <param name="sensitiveNames">Members whose values are not shown; null: the default names.</param>
    public static JsonException Describe(Exception failure, long tokenStart, ReadOnlySequence<byte> document, ISet<string>? sensitiveNames)
    {
        var markLength = ApiJson.StartsWithMark(document) ? 3 : 0;
        var text = document.Slice(markLength);
        var path = new List<Step>();
        Follow(text, tokenStart, path);

        long line, byteInLine;
        if (failure is JsonException { LineNumber: { } lineNumber, BytePositionInLine: { } position })
        {
            (line, byteInLine) = (lineNumber, lineNumber == 0 ? position + markLength : position);
        }
        else
        {
            (line, byteInLine) = Place(document, tokenStart + markLength);
        }

        var message = failure switch
        {
            UnexpectedJsonException unexpected when path.Exists(step => step.Name is { } name && Redaction.IsSensitive(name, sensitiveNames))
                => $"expected {unexpected.Expected}, found {Redaction.Mask}",
            JsonException => WithoutPlace(failure.Message),
            _ => "the text is not valid UTF-8 or not a valid value",
        };
        var pathText = Text(path);
        return new JsonException($"{pathText}: {message} (line {line + 1}, byte {byteInLine + 1})", pathText, line, byteInLine, failure is UnexpectedJsonException ? null : failure);
    }

    private static void Follow(ReadOnlySequence<byte> text, long tokenStart, List<Step> path)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
                var isThere = reader.TokenStartIndex >= tokenStart;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        path[^1] = new Step(reader.GetString(), -1);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        path.RemoveAt(path.Count - 1);
                        break;
                    default:
                        if (path.Count > 0 && path[^1] is { Name: null } step)
                        {
                            path[^1] = step with { Index = step.Index + 1 };
                        }

                        if (!isThere && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        {
                            path.Add(new Step(reader.TokenType == JsonTokenType.StartObject ? "" : null, -1));
                        }

                        break;
                }

                if (isThere)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The failing place itself: the path so far is as near as one can name it.
        }
    }

    private static (long Line, long ByteInLine) Place(ReadOnlySequence<byte> document, long offset)
    {
        long line = 0;
        long lineStart = 0;
        long position = 0;
        foreach (var segment in document.Slice(0, Math.Min(offset, document.Length)))
        {
            foreach (var value in segment.Span)
            {
                position++;
                if (value == (byte)'\n')
                {
                    line++;
                    lineStart = position;
                }
            }
        }

        return (line, position - lineStart);
    }

    /// <summary>The reader's own messages end with the place, which ours gives in other words.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }

    private static string Text(List<Step> path)
    {
        var text = new StringBuilder("$");
        foreach (var step in path)
        {
            if (step.Name is null)
            {
                text.Append('[').Append(Math.Max(step.Index, 0)).Append(']');
            }
            else if (step.Name.Length > 0 && step.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            {
                text.Append('.').Append(step.Name);
            }
            else if (step.Name.Length > 0)
            {
                text.Append("['").Append(step.Name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
            }
        }

        return text.ToString();
    }

    /// <param name="Name">A member's name, empty before the first one; null in an array.</param>
    /// <param name="Index">An element's index in an array.</param>
    private readonly record struct Step(string? Name, int Index);
}
