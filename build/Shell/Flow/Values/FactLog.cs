namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>What is known of downloads where the walk stands; taken back when it leaves the way on which it is known.</summary>
internal sealed class FactLog
{
    private readonly Stack<Fact> _before = new();

    public int Mark => _before.Count;

    public void Apply(IReadOnlyList<Fact> facts, int from = 0)
    {
        for (var at = from; at < facts.Count; at++)
        {
            var (download, trust) = facts[at];
            if (download.Trust >= trust)
                continue;
            _before.Push(new Fact(download, download.Trust));
            download.Trust = trust;
        }
    }

    public void UndoTo(int mark)
    {
        while (_before.Count > mark)
        {
            var (download, trust) = _before.Pop();
            download.Trust = trust;
        }
    }
}
