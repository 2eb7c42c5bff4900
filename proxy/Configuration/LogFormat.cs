namespace ClaudeCodeProxy.Configuration;

/// <summary>How lines of the log are written.</summary>
internal enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, for collectors.</summary>
    Json,
}
