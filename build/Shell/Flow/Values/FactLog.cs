namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>What is known of downloads where the walk stands; taken back when it leaves the way on which it is known.</summary>
internal sealed class FactLog
{
    private readonly List<Fact> _before = [];

    public int Mark => _before.Count;

    public void Apply(IReadOnlyList<Fact> facts, int from = 0)
    {
        for (var at = from; at < facts.Count; at++)
        {
            var fact = facts[at];
            if (fact.Download.Trust >= fact.Trust)
                continue;
            _before.Add(new Fact(fact.Download, fact.Download.Trust));
            fact.Download.Trust = fact.Trust;
        }
    }

    public void UndoTo(int mark)
    {
        while (_before.Count > mark)
        {
            var before = _before[^1];
            _before.RemoveAt(_before.Count - 1);
            before.Download.Trust = before.Trust;
        }
    }
}
