namespace ContainerSecurity.Images.Building;

/// <summary>The files that COPY may take: a folder minus what its <c>.dockerignore</c> excludes.</summary>
internal sealed class BuildContextFolder
{
    /// <param name="root">The repository.</param>
    /// <param name="artifacts">The folder that <c>artifacts/</c> stands for, wherever <c>--output</c> put it.</param>
    public static BuildContextFolder Open(string root, string artifacts) => throw new NotImplementedException();
}
