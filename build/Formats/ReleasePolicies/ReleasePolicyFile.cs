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
            : throw new InputException($"{paths.Policy} does not exist, so nobody knows what is promised; restore it, or name one with --policy.");
    }

    /// <summary>The paths of the repository that a policy speaks of; results go where <paramref name="own"/> says.</summary>
    /// <exception cref="InputException">The policy is missing or none, or there is no such folder.</exception>
    public static BuildPaths PathsOf(string policy, BuildPaths own)
    {
        var folder = Path.GetDirectoryName(policy)!;
        var root = Path.GetFullPath(Read(own with { Root = folder, Policy = policy }).Repository, folder).TrimEnd(Path.DirectorySeparatorChar);
        return Directory.Exists(root)
            ? own with { Root = root, Policy = policy }
            : throw new InputException($"{policy}: `repository` names {root}, which is no folder. Give it relative to the policy's own folder.");
    }
}
