namespace ContainerSecurity.Checkout;

/// <summary>A file, or a symbolic link to anything or nothing.</summary>
/// <param name="Path">Relative to the folder of the walk, with <c>/</c>.</param>
/// <param name="IsFolder">Only a link can lead to one.</param>
internal readonly record struct WalkedFile(string Path, bool IsLink, bool IsFolder);

/// <summary>Lists what lies in a folder and in all below it, hidden ones too; never git's own folder, and never what a link leads to.</summary>
internal static class FolderWalk
{
    /// <param name="leavesOut">Whether a folder, relative with <c>/</c>, is not entered.</param>
    public static IEnumerable<WalkedFile> Under(string folder, Func<string, bool> leavesOut)
    {
        var open = new Stack<string>([""]);
        while (open.TryPop(out var path))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(folder, path)).EnumerateFileSystemInfos().Where(entry => entry.Name != ".git"))
            {
                var inner = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
                var isFolder = entry is DirectoryInfo;
                if (entry.LinkTarget is not null || !isFolder)
                    yield return new WalkedFile(inner, entry.LinkTarget is not null, isFolder);
                else if (!leavesOut(inner))
                    open.Push(inner);
            }
        }
    }
}
