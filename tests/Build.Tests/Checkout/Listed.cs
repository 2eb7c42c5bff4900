using Build.Tests.Tools.Trivy;
using ContainerSecurity.Checkout;

namespace Build.Tests.Checkout;

/// <summary>The files of a folder, listed without git.</summary>
internal static class Listed
{
    public static RepositoryFiles Files(string root) => Files(new BuildPaths(root, Path.Combine(root, "artifacts"), root));

    public static RepositoryFiles Files(BuildPaths paths) =>
        new RepositoryListing(new ScriptedRunner(), paths).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
}
