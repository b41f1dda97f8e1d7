namespace Specwright.Testing;

/// <summary>Gives a new response each time, or throws.</summary>
internal delegate Task<HttpResponseMessage> ApiTestAnswer(ApiTestRequest request, CancellationToken cancellationToken);
