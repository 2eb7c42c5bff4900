namespace Acceptance.Tests.LlamaServer;

/// <summary>Debian's llama-server in a root folder of its own (half a minute at the first time).</summary>
internal static class LlamaServerInstallation
{
    private static readonly DebianFolder Folder = new("llama-server", "sid", "llama.cpp-tools");

    /// <returns>The folder to chroot into.</returns>
    public static Task<string> EnsureAsync() => Folder.EnsureAsync();
}
