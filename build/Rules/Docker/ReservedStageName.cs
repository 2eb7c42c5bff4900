namespace ContainerSecurity.Rules.Docker;

/// <summary>These names mean something to the builder.</summary>
internal static class ReservedStageName
{
    public static DockerCheck Check { get; } = DockerCheck.EachStage(
        nameof(ReservedStageName),
        "Choose another name for the stage: `context` and `scratch` are the builder's.",
        stage => stage.Alias is "context" or "scratch");
}
