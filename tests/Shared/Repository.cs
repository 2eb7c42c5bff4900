namespace Tests.Shared;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "claude-code-proxy.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
