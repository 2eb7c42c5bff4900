using ContainerSecurity.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>Makes the image of one stage without any engine, bit for bit the same wherever it runs.</summary>
internal static class ImageBuilder
{
    /// <summary>Executes the stage, or none of it: whatever it cannot execute exactly is a finding with its line.</summary>
    /// <exception cref="Findings.InputException">There is no such stage.</exception>
    public static BuildOutcome Build(Dockerfile dockerfile, string stageName, BuildContextFolder context, BuildSettings settings) =>
        throw new NotImplementedException();
}
