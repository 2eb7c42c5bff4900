using System.Collections.Immutable;
using System.Globalization;

namespace ContainerSecurity.Probing;

/// <summary>What the kernel says of a process in <c>/proc/PID/status</c> (proc_pid_status(5)).</summary>
internal sealed class ProcessStatus(string text)
{
    private static readonly string[] CapabilitySets = ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"];

    private readonly ImmutableDictionary<string, string> _lines = text.Split('\n')
        .Select(line => line.Split(':', 2))
        .Where(pair => pair.Length == 2)
        .ToImmutableDictionary(pair => pair[0], pair => pair[1].Trim());

    /// <summary>Real, effective, saved and of the file system.</summary>
    public string Users => this["Uid"];

    public bool IsRoot => Users.Split('\t').Contains("0");

    public bool HasNoNewPrivileges => this["NoNewPrivs"] == "1";

    /// <summary>Sets of capabilities that are not empty, as the kernel writes them; one that is missing counts as full.</summary>
    public ImmutableArray<string> Capabilities =>
        [.. CapabilitySets.Select(set => (set, Value: this[set])).Where(set => set.Value.Trim('0').Length > 0 || set.Value.Length == 0)
            .Select(set => $"{set.set} {set.Value}")];

    /// <summary>The most memory that it ever had, in kB; null when the kernel does not say.</summary>
    public int? PeakKilobytes =>
        int.TryParse(this["VmHWM"].Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes : null;

    private string this[string name] => _lines.GetValueOrDefault(name, "");
}
