namespace Acceptance.Tests.DevContainers;

/// <summary>
/// Stands in for Microsoft's base image, which no test can fetch: Debian 12 with the user <c>vscode</c>, who may become root without a password. The
/// packages that the Dockerfile asks for are in it, so that no build needs a network.
/// </summary>
internal static class StandInBase
{
    public const string Image = "devcontainer-base:stand-in";

    private const string MakeUser =
        """
        id vscode 2>/dev/null || useradd --shell /bin/bash --uid 1000 --create-home vscode
        echo 'vscode ALL=(root) NOPASSWD:ALL' > /etc/sudoers.d/vscode
        chmod 0440 /etc/sudoers.d/vscode
        rm -rf /etc/apt/sources.list /etc/apt/sources.list.d /var/lib/apt/lists/* /usr/share/doc /usr/share/locale
        """;

    /// <summary>Where it is made from, with a static busybox for images that are made wrong.</summary>
    public static DebianFolder Debian { get; } =
        new("devcontainer-base", "bookworm", "sudo", "curl", "jq", "nodejs", "procps", "busybox-static");

    /// <summary>Writes it as one layer, to be imported.</summary>
    public static async Task WriteAsync(string archive)
    {
        var root = await Debian.EnsureAsync();
        await HostCommand.RunAsync("chroot", root, "sh", "-euc", MakeUser);
        await HostCommand.RunAsync("tar", "--create", "--file", archive, "--directory", root, ".");
    }
}
