using ContainerSecurity.Checkout;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Remembers in the cache which hosts did not respond, so that only the first of several builds waits for them.</summary>
internal sealed class UnreachableHosts(string folder, TimeProvider clock)
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    /// <summary>Why the host could not be reached recently; null when it may be tried.</summary>
    public string? Recall(string host)
    {
        var note = new FileInfo(NoteOf(host));
        var age = clock.GetUtcNow().UtcDateTime - note.LastWriteTimeUtc;
        return note.Exists && age >= TimeSpan.Zero && age < RememberedFor
            ? $"{File.ReadAllText(note.FullName)}; that was {age.TotalMinutes:0} min ago; --target=Tools tries again"
            : null;
    }

    public void Remember(string host, string why)
    {
        // Written aside and moved: two gates may write about the same host at the same time.
        var note = Path.Combine(PrivateFolder.Create(folder), $"{Guid.NewGuid():N}.new");
        File.WriteAllText(note, why);
        File.SetLastWriteTimeUtc(note, clock.GetUtcNow().UtcDateTime);
        File.Move(note, NoteOf(host), overwrite: true);
    }

    public void Forget(string host) => File.Delete(NoteOf(host));

    private string NoteOf(string host) => Path.Combine(folder, $"{host}.unreachable");
}
