namespace Tests.Shared.Architecture;

/// <summary>
/// A program's sources and which folder each file uses: by a <c>using</c>, by a type of a namespace around its own, or by a name with its namespace
/// before it.
/// </summary>
internal sealed class SourceTree
{
    private static readonly string[] NotSources = ["/bin/", "/obj/"];
    private readonly ILookup<string, SourceFile> _byNamespace;

    public SourceTree(IReadOnlyList<SourceFile> files)
    {
        _byNamespace = files.Where(file => file.Namespace.Length > 0).ToLookup(file => file.Namespace);
        Folders = [.. files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal)];
        Dependencies = [.. files.SelectMany(Uses).Where(use => use.To != use.From).DistinctBy(use => (use.File, use.To))];
    }

    public IReadOnlyList<string> Folders { get; }

    /// <summary>One for each file and folder that it uses.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; }

    /// <summary>Reads all C# files below a folder.</summary>
    public static SourceTree Read(string root)
    {
        var paths = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(path => !NotSources.Any(path.Contains));
        return new SourceTree(
            [.. paths.Select(path => SourceFile.Parse(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))]);
    }

    private IEnumerable<Dependency> Uses(SourceFile file) =>
        file.Usings.SelectMany(name => OfUsing(file, name))
            .Concat(file.Names.SelectMany(name => OfName(file, name)));

    /// <summary>A namespace, or with <c>using static</c> or an alias a type in one.</summary>
    private IEnumerable<Dependency> OfUsing(SourceFile file, string name)
    {
        var space = _byNamespace.Contains(name) ? name : name[..Math.Max(0, name.LastIndexOf('.'))];
        return _byNamespace[space].Select(used => new Dependency(file.Path, file.Folder, used.Folder, $"using {name}"));
    }

    private IEnumerable<Dependency> OfName(SourceFile file, string name)
    {
        if (_byNamespace[file.Namespace].Any(own => own.Types.Contains(name.Split('.')[0])))
            return [];
        return from around in file.Around.Append("")
               from used in Declaring(around, name)
               select new Dependency(file.Path, file.Folder, used.Folder, name);
    }

    /// <summary>The files that declare a type which may be named so inside a namespace.</summary>
    private IEnumerable<SourceFile> Declaring(string around, string name)
    {
        var parts = name.Split('.');
        for (var length = 0; length < parts.Length; length++)
        {
            var space = string.Join('.', parts[..length].Prepend(around).Where(part => part.Length > 0));
            foreach (var used in _byNamespace[space].Where(used => used.Types.Contains(parts[length])))
                yield return used;
        }
    }
}
