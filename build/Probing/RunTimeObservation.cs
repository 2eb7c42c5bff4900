namespace ContainerSecurity.Probing;

/// <summary>One thing that was looked for in a running container.</summary>
/// <param name="Holds">Null when it could not be observed; <see cref="Evidence"/> says why then.</param>
/// <param name="Evidence">What was seen, for people.</param>
internal sealed record RunTimeObservation(string Name, bool? Holds, string Evidence)
{
    /// <summary>What it belongs to; itself by default. A check is about one topic.</summary>
    public string Topic { get; init; } = Name;

    public static RunTimeObservation Unseen(string name, string why) => new(name, null, $"could not be observed: {why.TrimEnd('.')}");
}
