#nullable enable
namespace Acme;

using global::System;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;
using global::Specwright;

public partial interface IAcmeClient
{
    Task<Order> GetOrderAsync(string orderId, string? expand = null, CancellationToken cancellationToken = default);

    Task<ApiResponse<Order>> GetOrderResponseAsync(string orderId, string? expand = null, CancellationToken cancellationToken = default);

    Task<ApiResponse<Order, CreateOrderHeaders>> CreateOrderResponseAsync(Order body, CancellationToken cancellationToken = default);

    Task CancelOrderAsync(string orderId, CancellationToken cancellationToken = default);
}

public sealed partial record CreateOrderHeaders
{
    public string? Location { get; init; }

    public static CreateOrderHeaders From(ApiHeaders headers) => new() { Location = headers["Location"] };
}

public sealed partial class AcmeClient : IAcmeClient
{
    private static readonly ApiTelemetry Telemetry = new("Acme.AcmeClient");

    private static readonly ApiOperation GetOrderOperation = new("Acme", "getOrder", HttpMethod.Get, "/orders/{orderId}")
    {
        Security = [new(AcmeOptions.BearerAuthScheme)],
    };

    private static readonly ApiOperation CreateOrderOperation = new("Acme", "createOrder", HttpMethod.Post, "/orders")
    {
        Security = [new(AcmeOptions.BearerAuthScheme), new()],
    };

    private static readonly ApiOperation CancelOrderOperation = new("Acme", "cancelOrder", HttpMethod.Delete, "/orders/{orderId}");

    private readonly ApiTransport _transport;

    public AcmeClient(HttpClient httpClient, AcmeOptions options)
    {
        _transport = new ApiTransport(httpClient, options, Telemetry)
        {
            RequestReady = (operation, request) => OnRequestReady(operation, request),
            ResponseRead = (operation, response) => OnResponseRead(operation, response),
        };
        OnCreated(options);
    }

    public static AcmeClient Create(AcmeOptions options, HttpMessageHandler? primaryHandler = null)
        => new(ApiClientRegistration.CreateHttpClient(options, static (handlers, o) => AcmeRegistration.AddHandlersTo(handlers, (AcmeOptions)o), primaryHandler), options);

    public Task<Order> GetOrderAsync(string orderId, string? expand = null, CancellationToken cancellationToken = default)
        => _transport.SendForBodyAsync(CreateGetOrderRequest(orderId, expand), ReadGetOrder, cancellationToken);

    public Task<ApiResponse<Order>> GetOrderResponseAsync(string orderId, string? expand = null, CancellationToken cancellationToken = default)
        => _transport.SendAsync(CreateGetOrderRequest(orderId, expand), ReadGetOrder, cancellationToken);

    public Task<ApiResponse<Order, CreateOrderHeaders>> CreateOrderResponseAsync(Order body, CancellationToken cancellationToken = default)
        => _transport.SendAsync(CreateCreateOrderRequest(body), ReadCreateOrder, CreateOrderHeaders.From, cancellationToken);

    public Task CancelOrderAsync(string orderId, CancellationToken cancellationToken = default) => CancelOrderResponseAsync(orderId, cancellationToken);

    public Task<ApiResponse> CancelOrderResponseAsync(string orderId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(_transport.CreateRequest(CancelOrderOperation, TargetOfCancelOrder(orderId)), CheckCancelOrder, cancellationToken);

    partial void OnCreated(AcmeOptions options);

    partial void OnRequestReady(ApiOperation operation, HttpRequestMessage request);

    partial void OnResponseRead(ApiOperation operation, ApiResponse response);

    private static string TargetOfCancelOrder(string orderId)
    {
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/orders/");
        target.AppendPath(orderId);
        return target.ToStringAndDispose();
    }

    private HttpRequestMessage CreateGetOrderRequest(string orderId, string? expand)
    {
        ArgumentNullException.ThrowIfNull(orderId);
        var target = new RequestTarget(stackalloc char[RequestTarget.InitialLength]);
        target.AppendLiteral("/orders/");
        target.AppendPath(orderId);
        target.AppendQuery("expand", expand);
        var request = _transport.CreateRequest(GetOrderOperation, target.ToStringAndDispose());
        RequestFields.Accept(request, "application/json");
        return request;
    }

    private HttpRequestMessage CreateCreateOrderRequest(Order body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var request = _transport.CreateRequest(CreateOrderOperation, "/orders");
        request.Content = JsonBody.Create<Order, Order.JsonCodec>(body, "application/json");
        RequestFields.Accept(request, "application/json");
        return request;
    }

    private static Order ReadGetOrder(ApiResponseContent content) => content.StatusCode switch
    {
        200 => content.ReadJson<Order, Order.JsonCodec>(),
        404 => throw content.CreateError<ErrorBody, ErrorBody.JsonCodec>(),
        >= 500 and <= 599 => throw content.CreateError(),
        _ => throw content.CreateUndeclaredStatusError(),
    };

    private static Order ReadCreateOrder(ApiResponseContent content) => content.StatusCode switch
    {
        201 => content.ReadJson<Order, Order.JsonCodec>(),
        _ => throw content.CreateUndeclaredStatusError(),
    };

    private static void CheckCancelOrder(ApiResponseContent content)
    {
        switch (content.StatusCode)
        {
            case 204:
                return;
            default:
                throw content.CreateUndeclaredStatusError();
        }
    }
}
