namespace ClaudeCodeProxy.Cli;

/// <summary>The command line is not one that the program knows.</summary>
internal sealed class UsageException(string message) : Exception(message);
