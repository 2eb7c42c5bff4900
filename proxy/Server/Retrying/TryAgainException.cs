namespace ClaudeCodeProxy.Server.Retrying;

/// <summary>Ends an attempt that failed; what follows it is decided already.</summary>
internal sealed class TryAgainException() : Exception("Another attempt follows.");
