using System.Net;

namespace Specwright;

/// <summary>Sends the requests of one client: addresses, hooks, time limit, body reading, errors and telemetry. Safe to share between threads.</summary>
/// <remarks>The sending methods dispose the request when the call ends, so that a generated method need not wait for it.</remarks>
public sealed class ApiTransport
{
    // The target goes out exactly as built: a signature may cover it, and Uri would otherwise decode %2E%2E into a step upwards.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient _httpClient;
    private readonly ApiClientOptions _options;
    private readonly ApiTelemetry _telemetry;
    private readonly string _base;

    /// <param name="httpClient">Sends; its handlers add credentials. Its own base address is not used.</param>
    /// <param name="options">Checked here.</param>
    /// <param name="telemetry">The client's activity source and meter.</param>
    /// <exception cref="ApiConfigurationException">A setting is missing or wrong; the message names it.</exception>
    public ApiTransport(HttpClient httpClient, ApiClientOptions options, ApiTelemetry telemetry)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(telemetry);
        options.Validate();
        _httpClient = httpClient;
        _options = options;
        _telemetry = telemetry;
        _base = TextOf(options.BaseAddress!);
    }

    /// <summary>Runs before a request enters the handlers; may change it. What it throws reaches the caller.</summary>
    public Action<ApiOperation, HttpRequestMessage>? RequestReady { get; init; }

    /// <summary>Runs after a success was read. What it throws reaches the caller.</summary>
    public Action<ApiOperation, ApiResponse>? ResponseRead { get; init; }

    /// <summary>
    /// A request to the base address, or to the operation's own server, with the target behind it: <c>https://host/v2</c> and <c>/balance</c> give
    /// <c>https://host/v2/balance</c>.
    /// </summary>
    /// <param name="operation">What the request is for; it travels in the request's options.</param>
    /// <param name="target">Path and query, encoded, with a leading slash.</param>
    /// <exception cref="ArgumentException">The target could leave its place: no leading slash, a step <c>.</c> or <c>..</c>, or characters that no address may hold.</exception>
    /// <exception cref="ApiConfigurationException">The operation has a server of its own, and its address is not set or wrong; the message names the option.</exception>
    public HttpRequestMessage CreateRequest(ApiOperation operation, string target)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var request = new HttpRequestMessage(operation.Method, AddressOf(operation, target))
        {
            Version = _httpClient.DefaultRequestVersion,
            VersionPolicy = _httpClient.DefaultVersionPolicy,
        };
        operation.AttachTo(request);
        return request;
    }

    /// <summary>A new idempotency key: <see cref="ApiClientOptions.IdempotencyKeySource"/>. It stands on the request, so that all attempts of a handler that retries carry it.</summary>
    public string CreateIdempotencyKey() => _options.IdempotencyKeySource();

    /// <summary>Leads a request to another page of the same list, as an earlier page named it.</summary>
    /// <param name="request">Made for the first page.</param>
    /// <param name="link">Relative to the first page's address, or absolute; null leaves the request alone.</param>
    /// <exception cref="ApiException">The link leads to another scheme, host or port, where the credentials must not go.</exception>
    public void Follow(HttpRequestMessage request, string? link)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (link is null)
        {
            return;
        }

        var first = new Uri(request.RequestUri!.AbsoluteUri);
        if (!Uri.TryCreate(first, link, out var next) || Uri.Compare(first, next, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0 || next.UserInfo.Length > 0)
        {
            var operation = ApiOperation.From(request);
            throw new ApiException($"{operation?.OperationId}: the next page is not at {first.Authority}, so it is not asked for: credentials stay with their server") { Operation = operation };
        }

        request.RequestUri = CreateUri(next.GetLeftPart(UriPartial.Query));
    }

    /// <summary>Sends a request and reads the answer's body.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="read">Gives the body or throws the error for the status.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">No answer, a broken one, one beyond the limits, or what <paramref name="read"/> throws.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public Task<ApiResponse<T>> SendAsync<T>(HttpRequestMessage request, Func<ApiResponseContent, T> read, CancellationToken cancellationToken)
        => SendAsync<BodyReader<T>, ApiResponse<T>, ApiResponse<T>>(request, new(read), cancellationToken);

    /// <summary>Sends a request whose answer has no body.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="check">Throws the error for the status.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<ApiResponse> SendAsync(HttpRequestMessage request, Action<ApiResponseContent> check, CancellationToken cancellationToken)
        => SendAsync<StatusReader, ApiResponse, ApiResponse>(request, new(check), cancellationToken);

    /// <summary>Sends a request and reads the answer's body and declared header fields.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="read">Gives the body or throws the error for the status.</param>
    /// <param name="readHeaders">Gives the declared fields.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<ApiResponse<T, THeaders>> SendAsync<T, THeaders>(
        HttpRequestMessage request, Func<ApiResponseContent, T> read, Func<ApiHeaders, THeaders> readHeaders, CancellationToken cancellationToken)
        => SendAsync<BodyAndHeadersReader<T, THeaders>, ApiResponse<T, THeaders>, ApiResponse<T, THeaders>>(request, new(read, readHeaders), cancellationToken);

    /// <summary>Sends a request whose answer has declared header fields and no body.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="check">Throws the error for the status.</param>
    /// <param name="readHeaders">Gives the declared fields.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<ApiResponse<NoBody, THeaders>> SendAsync<THeaders>(
        HttpRequestMessage request, Action<ApiResponseContent> check, Func<ApiHeaders, THeaders> readHeaders, CancellationToken cancellationToken)
        => SendAsync<StatusAndHeadersReader<THeaders>, ApiResponse<NoBody, THeaders>, ApiResponse<NoBody, THeaders>>(request, new(check, readHeaders), cancellationToken);

    /// <summary>Sends a request and gives the answer's body alone.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="read">Gives the body or throws the error for the status.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<T> SendForBodyAsync<T>(HttpRequestMessage request, Func<ApiResponseContent, T> read, CancellationToken cancellationToken)
        => SendAsync<BodyOnly<BodyReader<T>, ApiResponse<T>, T>, ApiResponse<T>, T>(request, new(new(read)), cancellationToken);

    /// <summary>The same where the answer has declared header fields: <see cref="ResponseRead"/> sees them.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the call ends.</param>
    /// <param name="read">Gives the body or throws the error for the status.</param>
    /// <param name="readHeaders">Gives the declared fields.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<T> SendForBodyAsync<T, THeaders>(
        HttpRequestMessage request, Func<ApiResponseContent, T> read, Func<ApiHeaders, THeaders> readHeaders, CancellationToken cancellationToken)
        => SendAsync<BodyOnly<BodyAndHeadersReader<T, THeaders>, ApiResponse<T, THeaders>, T>, ApiResponse<T, THeaders>, T>(
            request, new(new(read, readHeaders)), cancellationToken);

    /// <summary>Sends a request whose answer's body is read by the caller while it comes.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the header fields are there.</param>
    /// <param name="isStreamed">Whether the answer is of that kind, from its status and media type; any other is read whole as in the other methods, errors for example.</param>
    /// <param name="read">Gives the open body or throws the error for the status.</param>
    /// <param name="cancellationToken">Ends the call until the header fields are there; the body has tokens of its own.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<ApiResponse<T>> SendStreamedAsync<T>(
        HttpRequestMessage request, Func<ApiResponseContent, bool> isStreamed, Func<ApiResponseContent, T> read, CancellationToken cancellationToken)
        => SendAsync<StreamedReader<BodyReader<T>, ApiResponse<T>>, ApiResponse<T>, ApiResponse<T>>(request, new(isStreamed, new(read)), cancellationToken);

    /// <summary>The same with declared header fields.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the header fields are there.</param>
    /// <param name="isStreamed">Whether the answer's body is read by the caller.</param>
    /// <param name="read">Gives the open body or throws the error for the status.</param>
    /// <param name="readHeaders">Gives the declared fields.</param>
    /// <param name="cancellationToken">Ends the call until the header fields are there; the body has tokens of its own.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<ApiResponse<T, THeaders>> SendStreamedAsync<T, THeaders>(
        HttpRequestMessage request,
        Func<ApiResponseContent, bool> isStreamed,
        Func<ApiResponseContent, T> read,
        Func<ApiHeaders, THeaders> readHeaders,
        CancellationToken cancellationToken)
        => SendAsync<StreamedReader<BodyAndHeadersReader<T, THeaders>, ApiResponse<T, THeaders>>, ApiResponse<T, THeaders>, ApiResponse<T, THeaders>>(
            request, new(isStreamed, new(read, readHeaders)), cancellationToken);

    /// <summary>Sends a request and gives the answer's body alone, which the caller reads while it comes.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the header fields are there.</param>
    /// <param name="isStreamed">Whether the answer's body is read by the caller.</param>
    /// <param name="read">Gives the open body or throws the error for the status.</param>
    /// <param name="cancellationToken">Ends the call until the header fields are there; the body has tokens of its own.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<T> SendStreamedForBodyAsync<T>(
        HttpRequestMessage request, Func<ApiResponseContent, bool> isStreamed, Func<ApiResponseContent, T> read, CancellationToken cancellationToken)
        => SendAsync<BodyOnly<StreamedReader<BodyReader<T>, ApiResponse<T>>, ApiResponse<T>, T>, ApiResponse<T>, T>(
            request, new(new(isStreamed, new(read))), cancellationToken);

    /// <summary>The same where the answer has declared header fields: <see cref="ResponseRead"/> sees them.</summary>
    /// <param name="request">Made by <see cref="CreateRequest"/>; disposed when the header fields are there.</param>
    /// <param name="isStreamed">Whether the answer's body is read by the caller.</param>
    /// <param name="read">Gives the open body or throws the error for the status.</param>
    /// <param name="readHeaders">Gives the declared fields.</param>
    /// <param name="cancellationToken">Ends the call until the header fields are there; the body has tokens of its own.</param>
    /// <inheritdoc cref="SendAsync{T}(HttpRequestMessage, Func{ApiResponseContent, T}, CancellationToken)"/>
    public Task<T> SendStreamedForBodyAsync<T, THeaders>(
        HttpRequestMessage request,
        Func<ApiResponseContent, bool> isStreamed,
        Func<ApiResponseContent, T> read,
        Func<ApiHeaders, THeaders> readHeaders,
        CancellationToken cancellationToken)
        => SendAsync<BodyOnly<StreamedReader<BodyAndHeadersReader<T, THeaders>, ApiResponse<T, THeaders>>, ApiResponse<T, THeaders>, T>, ApiResponse<T, THeaders>, T>(
            request, new(new(isStreamed, new(read, readHeaders))), cancellationToken);

    internal static Uri CreateUri(string address) => new(address, in Verbatim);

    private static string TextOf(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private Uri AddressOf(ApiOperation operation, string target)
    {
        var start = operation.ServerSetting is { } setting ? BaseOf(operation, setting) : _base;
        if (!ReferenceEquals(target, operation.PathTemplate))
        {
            Check(target);
            return CreateUri(string.Concat(start, target));
        }

        // A path without parameters: one literal in generated code, and the same address at each call.
        if (operation.FixedAddress is { } known && known.Start == start)
        {
            return known.Address;
        }

        Check(target);
        var address = CreateUri(string.Concat(start, target));
        operation.FixedAddress = new(start, address);
        return address;
    }

    private string BaseOf(ApiOperation operation, string setting)
    {
        var address = _options.GetServerAddress(setting) ?? throw new ApiConfigurationException(
            $"{_options.GetType().Name}.{setting} is not set: {operation.OperationId} has a server of its own, and the one that the description names is taken only together with the base address that it names.");
        _options.Check(address, setting);
        return TextOf(address);
    }

    private static void Check(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target.AsSpan(0, query);
        if (!path.StartsWith("/", StringComparison.Ordinal)
            || target.AsSpan().ContainsAnyExceptInRange('!', '~')
            || target.Contains('#', StringComparison.Ordinal)
            || HasDotSegment(path))
        {
            throw new ArgumentException("The target is not a path with an encoded query, or it holds a step '.' or '..'.", nameof(target));
        }
    }

    private static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        for (var next = path.IndexOf("/.", StringComparison.Ordinal); next >= 0; next = path.IndexOf("/.", StringComparison.Ordinal))
        {
            path = path[(next + 1)..];
            var end = path.IndexOf('/');
            if ((end < 0 ? path : path[..end]) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private async Task<TResult> SendAsync<TReader, TResponse, TResult>(HttpRequestMessage request, TReader reader, CancellationToken cancellationToken)
        where TReader : struct, IResponseReader<TResponse, TResult>
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        using var disposedAtTheEnd = request;
        var operation = ApiOperation.From(request) ?? throw new ArgumentException("The request was not made by CreateRequest.", nameof(request));
        RequestReady?.Invoke(operation, request);
        var call = _telemetry.Start(operation, request.RequestUri!, _options.TimeProvider);
        var timeLimit = _options.TimeLimits.Start(_options.Timeout, _options.TimeProvider, cancellationToken);
        HttpResponseMessage? response = null;
        ApiStream? open = null;
        TResponse answer;
        try
        {
            response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeLimit.Token).ConfigureAwait(false);
            call.Answered((int)response.StatusCode);
            var content = new ApiResponseContent(operation, response, _options.SensitiveNames);

            // One kind of awaiter for both: each is a field of every call.
            var isStreamed = reader.IsStreamed(content);
            await (isStreamed ? OpenAsync(content, response, call, timeLimit.Token) : BufferAsync(content, request, response, timeLimit.Token)).ConfigureAwait(false);
            timeLimit.IsFree = !isStreamed;
            try
            {
                answer = reader.Read(content);
                open = content.Taken;
            }
            finally
            {
                content.ReleaseBuffered();
            }
        }
        catch (Exception exception)
        {
            var (cause, instead) = Explain(exception, operation, request, timeLimit, response is not null, cancellationToken);
            call.Failed(cause);
            if (instead is not null)
            {
                throw instead;
            }

            throw;
        }
        finally
        {
            if (open is null)
            {
                response?.Dispose();
                call.Dispose();
            }

            timeLimit.Dispose();
        }

        try
        {
            ResponseRead?.Invoke(operation, answer);
        }
        catch
        {
            // Whoever gets the answer disposes its open body; now nobody gets it.
            open?.Dispose();
            throw;
        }

        return reader.ResultOf(answer);
    }

    /// <summary>What broke a call, and what its caller gets instead; null: the exception itself.</summary>
    private (Exception Cause, Exception? Instead) Explain(
        Exception exception, ApiOperation operation, HttpRequestMessage request, TimeLimit timeLimit, bool isAnswered, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case OperationCanceledException cancellation when cancellationToken.IsCancellationRequested:
                // Callers compare tokens; ours is linked to theirs and unknown to them.
                return (exception, cancellation.CancellationToken == cancellationToken ? null : new OperationCanceledException(exception.Message, exception, cancellationToken));
            case OperationCanceledException when timeLimit.HasEnded:
                var passed = new TimeoutException($"The time limit of {_options.Timeout.TotalSeconds:0.###} s (Timeout) has passed.", exception);
                return (passed, Failed($"{(isAnswered ? "the answer did not end" : "no answer")} within {_options.Timeout.TotalSeconds:0.###} s", passed));
            case OperationCanceledException { InnerException: TimeoutException timeout }:
                // HttpClient's own limit, where the application brought its own HttpClient.
                return (timeout, Failed($"no answer within {_httpClient.Timeout.TotalSeconds:0.###} s", timeout));
            case HttpRequestException failure:
                return (exception, Failed(ConnectionFailure.Describe(failure, request.RequestUri!), exception));
            default:
                return (exception, null);
        }

        ApiException Failed(string problem, Exception cause) => new($"{operation.OperationId}: {problem}", cause) { Operation = operation };
    }

    private async ValueTask OpenAsync(ApiResponseContent content, HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
    {
        var announced = response.Content.Headers.ContentLength;
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        content.Open = new ApiStream(content.Operation, response, stream, content.Headers, announced, call, _options);
    }

    private async ValueTask BufferAsync(ApiResponseContent content, HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // Length as sent; gone where the handler decompressed the body.
        var announced = response.Content.Headers.ContentLength;
        var hasBody = request.Method != HttpMethod.Head && response.StatusCode is not (HttpStatusCode.NotModified or HttpStatusCode.NoContent);
        Exception? cause = null;
        string problem;
        try
        {
            if (hasBody && announced > _options.MaxResponseBytes)
            {
                throw new ResponseTooLargeException();
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(stream, announced, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            if (!hasBody || announced is null || body.Length >= announced)
            {
                content.Buffered = body;
                return;
            }

            problem = BodyFailure.EndedEarly(body.Length, announced);
            body.Dispose();
        }
        catch (ResponseTooLargeException)
        {
            problem = BodyFailure.TooLong(_options.MaxResponseBytes);
        }
        catch (Exception exception) when (BodyFailure.IsBroken(exception))
        {
            cause = exception;
            problem = BodyFailure.Describe(exception);
        }

        throw BodyFailure.Create(content.Operation, response, content.Headers, problem, cause);
    }
}
