namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Says why a file cannot be used. The runtime's own words for the usual reasons are not in the binary.</summary>
internal static class FileProblem
{
    /// <returns>A sentence without its end.</returns>
    public static string Explain(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it does not exist",
        UnauthorizedAccessException => "it is a folder, or this user may not read it",
        FormatException => exception.Message.TrimEnd('.'),
        // The system's own words.
        _ => $"reading it failed ({exception.Message})",
    };
}
