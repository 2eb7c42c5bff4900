namespace ContainerSecurity.Findings;

/// <summary>What a gate decided, mildest first. <see cref="Incomplete"/> means that it could not see all it must; it is never a pass.</summary>
public enum Verdict
{
    Pass,
    Incomplete,
    Fail,
    Error,
}
