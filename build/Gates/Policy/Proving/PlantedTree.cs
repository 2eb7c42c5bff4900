using ContainerSecurity.Checkout;
using ContainerSecurity.Gates.Policy.Facts;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Proving;

/// <summary>A copy of the repository in a temporary folder, in which one file at a time is changed. Files that git ignores stay out of it.</summary>
internal sealed class PlantedTree(GateInput input, CancellationToken cancellation) : IDisposable
{
    private readonly ScratchFolder _folder = new("verify-");
    private bool _isCopied;

    /// <summary>Reads the facts of the tree with one change, which is undone afterwards.</summary>
    public PolicyFacts ReadWith(FileEdit edit)
    {
        if (!_isCopied)
            Copy();
        var path = Path.Combine(_folder.Path, edit.Path);
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, edit.Change(before ?? ""));
            return Read();
        }
        finally
        {
            if (before is null)
                File.Delete(path);
            else
                File.WriteAllText(path, before);
        }
    }

    public void Dispose() => _folder.Dispose();

    private PolicyFacts Read()
    {
        var paths = input.Paths with { Root = _folder.Path, Output = Path.Combine(_folder.Path, "artifacts") };
        var planted = GateInput.Read(input.Options with { Dockerfiles = [] }, paths, RepositoryListing.ReadExported(paths), cancellation);
        return new PolicyFactsReader(planted).Read(cancellation);
    }

    private void Copy()
    {
        FileCopies.Copy(input.Files.Root, input.Files.Committable.Concat(input.Files.FileLinks), _folder.Path, cancellation);
        _isCopied = true;
    }
}
