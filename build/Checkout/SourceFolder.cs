namespace ContainerSecurity.Checkout;

/// <summary>The files of a project folder that are sources: everything but what a build writes.</summary>
internal static class SourceFolder
{
    public static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(child) is "bin" or "obj")
                continue;

            foreach (var file in Files(child))
                yield return file;
        }
    }
}
