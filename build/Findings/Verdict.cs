namespace ContainerSecurity.Findings;

/// <summary>The verdict of a gate, best first. <see cref="Incomplete"/> means that it could not check everything; it is never a pass.</summary>
public enum Verdict
{
    Pass,
    Incomplete,
    Fail,
    Error,
}
