using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Images.Contents;

/// <summary>Reads each layer of an image once.</summary>
internal sealed class ImageFactsReader(CancellationToken cancellation)
{
    /// <summary>Programs are read whole, and two gates read at once.</summary>
    private const long LargestProgram = 64 * 1024 * 1024;

    private const int StartLength = 4;

    private readonly ImmutableArray<FoundSecret>.Builder _secrets = ImmutableArray.CreateBuilder<FoundSecret>();
    private readonly SecretScanner _reader = new();
    private readonly PackedFiles _archives = new();
    private long _bytes;

    public ImageFacts Read(ContainerImage image)
    {
        var known = new KnownFiles(image.Config);
        ImmutableArray<LayerContents> layers =
        [
            .. from layer in image.Layers
               select new LayerContents(layer.DiffId, [.. layer.ReadEntries().Select(entry => Take(entry, layer.DiffId, known))]),
        ];
        return new(image.Identity, image.Config, layers) { Secrets = _secrets.DrainToImmutable(), Bytes = _bytes };
    }

    private ImageFile Take(LayerEntry entry, string layer, KnownFiles known)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = new ImageFile(entry.Path, entry.Kind, entry.Mode, entry.LinkTarget, layer)
        {
            Uid = entry.Uid,
            Gid = entry.Gid,
            Size = entry.Size,
            HasCapabilities = entry.HasCapabilities,
        };
        if (entry.Kind == LayerEntryKind.File && SecretFileNames.FindKind(entry.Path) is { } kind)
            _secrets.Add(new(kind, file.Place));
        if (entry.Content is null)
            return file;

        _bytes += entry.Size;
        if (known.Find(entry.Path) is { } reader)
            return Known(file, entry.Content, reader);

        var content = new PeekedStream(entry.Content, StartLength);
        return ElfReader.IsElf(content.Start.Span) ? Program(file, content, entry.Size) : Text(file, content, entry.Size);
    }

    private ImageFile Known(ImageFile file, Stream content, KnownFileReader reader)
    {
        if (file.Size > KnownFiles.Largest)
        {
            var why = $"has {file.Size} bytes, and such files are read up to {KnownFiles.Largest}";
            return Text(file with { Known = new KnownFile.Unread(reader.Kind, why) }, content, file.Size);
        }

        var bytes = new byte[file.Size];
        content.ReadExactly(bytes);
        return Text(file with { Known = reader.Read(bytes) }, new MemoryStream(bytes, writable: false), file.Size);
    }

    private ImageFile Text(ImageFile file, Stream content, long size)
    {
        foreach (var (path, packed) in _archives.Open(file.Path, content, size))
            Search(file, path, packed);
        return file;
    }

    private ImageFile Program(ImageFile file, Stream content, long size)
    {
        if (size > LargestProgram)
        {
            Search(file, file.Path, content);
            return file with { Damage = $"{file.Path} has {size} bytes; programs are read up to {LargestProgram}" };
        }

        var bytes = new byte[size];
        content.ReadExactly(bytes);
        Search(file, file.Path, new MemoryStream(bytes, writable: false));
        try
        {
            return file with { Program = ElfReader.Read(bytes, file.Path) };
        }
        catch (InputException damaged)
        {
            return file with { Damage = damaged.Message };
        }
    }

    private void Search(ImageFile file, string path, Stream content) => _secrets.AddRange(_reader.Scan(content, SecretScopes.Of(path))
        .Where(match => match.Severity > Severity.Low)
        .Select(match => new FoundSecret(match.Rule.Title, file.Place)));
}
