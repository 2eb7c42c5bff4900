using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>Where a policy lies, and which repository it speaks of.</summary>
internal static class ReleasePolicyFile
{
    /// <exception cref="InputException">Missing, or not a policy.</exception>
    public static ReleasePolicy Read(BuildPaths paths)
    {
        var name = Path.GetRelativePath(paths.Root, paths.Policy).Replace('\\', '/');
        return File.Exists(paths.Policy)
            ? ReleasePolicyReader.Read(name, BoundedFile.ReadText(name, paths.Policy))
            : throw new InputException(
                $"{paths.Policy} does not exist, so nobody knows what is promised; restore it, name one with --policy, or write a first one with "
                + "--target=InitPolicy.");
    }

    /// <summary>The paths of the repository that is named or, without a name, that the policy speaks of; without both it is our own.</summary>
    /// <param name="own">Says where results go, and where the cache is.</param>
    /// <exception cref="InputException">The policy is missing or none, or there is no such folder.</exception>
    public static BuildPaths JudgedPaths(string? repository, string? policy, BuildPaths own) => (repository, policy) switch
    {
        ({ } root, { } file) => own with { Root = root, Policy = file },
        ({ } root, null) => own with { Root = root, Policy = Path.Combine(root, "build", "policy.yaml") },
        (null, { } file) => PathsOf(file, own),
        (null, null) => own,
    };

    /// <exception cref="InputException">The policy is missing or none, or there is no such folder.</exception>
    private static BuildPaths PathsOf(string policy, BuildPaths own)
    {
        var folder = Path.GetDirectoryName(policy)!;
        var root = Path.GetFullPath(Read(own with { Root = folder, Policy = policy }).Repository, folder).TrimEnd(Path.DirectorySeparatorChar);
        return Directory.Exists(root)
            ? own with { Root = root, Policy = policy }
            : throw new InputException($"{policy}: `repository` names {root}, which is no folder. Give it relative to the policy's own folder.");
    }
}
