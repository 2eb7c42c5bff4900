namespace ContainerSecurity.Options;

/// <summary>The engine that lints the Dockerfiles.</summary>
public enum LintEngine
{
    Auto,
    Hadolint,
    BuiltIn,
}
