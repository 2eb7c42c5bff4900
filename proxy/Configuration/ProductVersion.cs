namespace ClaudeCodeProxy.Configuration;

/// <summary>The one version number that every command, header and endpoint gives.</summary>
internal static class ProductVersion
{
    public static string Number { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(3);

    public static string UserAgent { get; } = "claude-code-proxy/" + Number;
}
