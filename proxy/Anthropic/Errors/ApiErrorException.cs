namespace ClaudeCodeProxy.Anthropic.Errors;

/// <summary>Ends a request with an error that the client is told in Anthropic's envelope.</summary>
internal sealed class ApiErrorException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
