namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>The proxy cannot start as configured; the message names the variable or file and what to do, and is shown alone.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
