namespace Specwright;

/// <summary>The body is longer than <see cref="ApiClientOptions.MaxResponseBytes"/>; becomes an <see cref="ApiException"/> before anybody sees it.</summary>
internal sealed class ResponseTooLargeException : Exception;
