using System.Globalization;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>Remembers for a while that the database could not be downloaded, so that a machine without network does not wait on every run.</summary>
/// <param name="mark">The file that records the failure.</param>
/// <param name="repository">The repository that failed; null for the public mirrors. Another repository is tried at once.</param>
internal sealed class DownloadBackoff(string mark, TimeProvider clock, string? repository)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Null when it may be tried.</summary>
    public string? GetReason()
    {
        if (!File.Exists(mark) || File.ReadAllLines(mark) is not [var time, var asked] || asked != (repository ?? "")
            || !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last))
        {
            return null;
        }

        var since = clock.GetUtcNow() - last;
        return since >= TimeSpan.Zero && since < Length
            ? $"{repository ?? "the mirrors"} failed {since.TotalMinutes:0} min ago, and will be tried again after {Length.TotalMinutes:0} min "
                + $"(delete {mark} to try now)"
            : null;
    }

    public void Start() => File.WriteAllText(mark, $"{clock.GetUtcNow():O}\n{repository}\n");
}
