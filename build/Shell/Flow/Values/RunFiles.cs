namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>
/// The files of the repository that are run, and how much of their text may still be walked, so that no ring of scripts takes for ever.
/// </summary>
internal sealed class RunFiles
{
    private const int MostText = 1 << 23;

    private readonly HashSet<KnownFile> _all = [];
    private int _left = MostText;

    public IReadOnlyCollection<KnownFile> All => _all;

    /// <returns>Why nobody can say what a run of it does; null when it can be walked.</returns>
    public string? Take(KnownFile file)
    {
        if (file.Unread is { } why)
            return why;
        _all.Add(file);
        _left -= Math.Min(_left, file.Text.Length + 1);
        return _left > 0 ? null : "scripts are run so often here that not all of their runs are followed.";
    }
}
