using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Images.Contents;

/// <summary>Reads each layer of an image once.</summary>
internal sealed class ImageFactsReader(CancellationToken cancellation)
{
    private const long LargestFile = 1 << 30;

    private readonly ImmutableArray<FoundSecret>.Builder _secrets = ImmutableArray.CreateBuilder<FoundSecret>();
    private readonly SecretScanner _reader = new();
    private byte[] _buffer = [];
    private long _bytes;

    /// <exception cref="InputException">A file is too large to be searched.</exception>
    public ImageFacts Read(ContainerImage image)
    {
        ImmutableArray<LayerContents> layers =
            [.. image.Layers.Select(layer => new LayerContents(layer.DiffId, [.. layer.ReadEntries().Select(entry => Take(entry, layer.DiffId))]))];
        return new(image.Identity, image.Config, layers) { Secrets = _secrets.DrainToImmutable(), Bytes = _bytes };
    }

    private ImageFile Take(LayerEntry entry, string layer)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = new ImageFile(entry.Path, entry.Kind, entry.Mode, entry.LinkTarget, layer);
        if (entry.Kind == LayerEntryKind.File && SecretFileNames.FindKind(entry.Path) is { } kind)
            _secrets.Add(new(kind, file.Place));
        return entry.Content is null ? file : WithContent(file, ContentOf(entry));
    }

    private ReadOnlySpan<byte> ContentOf(LayerEntry entry)
    {
        if (entry.Size > LargestFile)
        {
            throw new InputException(
                $"{entry.Path} in the image has {entry.Size} bytes; files are searched for secrets up to {LargestFile}. Scan an image without it.");
        }

        if (_buffer.Length < entry.Size)
            _buffer = new byte[entry.Size];
        var content = _buffer.AsSpan(0, (int)entry.Size);
        entry.Content!.ReadExactly(content);
        _bytes += content.Length;
        return content;
    }

    private ImageFile WithContent(ImageFile file, ReadOnlySpan<byte> content)
    {
        using (var text = new MemoryStream(_buffer, 0, content.Length, writable: false))
            _secrets.AddRange(_reader.Scan(text).Select(match => new FoundSecret(match.Rule.Title, file.Place)));
        if (!ElfReader.IsElf(content))
            return file;
        try
        {
            return file with { Program = ElfReader.Read(content, file.Path) };
        }
        catch (InputException damaged)
        {
            return file with { Damage = damaged.Message };
        }
    }
}
