namespace ContainerSecurity.Gates;

/// <summary>A gate in words, as the documents show it.</summary>
internal sealed record GateDescription(string Name)
{
    /// <summary>What it judges.</summary>
    public required string Subject { get; init; }

    /// <summary>Which programs or rules it relies on.</summary>
    public required string Engine { get; init; }

    /// <summary>What it does when the engine cannot be fetched.</summary>
    public required string WithoutEngine { get; init; }
}
