namespace Acceptance.Tests.Docker;

/// <summary>Docker of Debian sid: Debian 12 has no compose 2.</summary>
internal static class SidDocker
{
    public static DebianFolder Folder { get; } = new("docker-sid", "sid", "docker.io", "docker-cli", "docker-compose", "docker-buildx", "iptables");

    public static string ClientIn(string folder) => Path.Combine(folder, "docker");

    /// <summary>
    /// Writes a program to call in the place of <c>docker</c>. It asks the engine at <c>docker.sock</c> in the folder, and sees the folder where
    /// engine and host do.
    /// </summary>
    /// <returns>The folder's place in sid's root, to be deleted when the client is needed no more.</returns>
    public static async Task<string> WriteClientAsync(string folder)
    {
        var root = await Folder.EnsureAsync();
        var place = Directory.CreateDirectory(root + folder).FullName;
        var client = ClientIn(folder);
        await File.WriteAllTextAsync(client, $"""
            #!/bin/sh
            exec unshare --mount sh -euc '
              mount --make-rprivate /
              mount --rbind {folder} {root}{folder}
              mount --rbind /proc {root}/proc
              mount --rbind /dev {root}/dev
              export DOCKER_HOST=unix://{folder}/docker.sock
              exec chroot {root} sh -c "cd \"\$1\"; shift; exec docker \"\$@\"" sh "$@"' sh "$PWD" "$@"

            """);
        File.SetUnixFileMode(client, (UnixFileMode)0b111_101_101);
        return place;
    }
}
