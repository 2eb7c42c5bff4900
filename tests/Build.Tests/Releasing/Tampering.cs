using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing;
using ContainerSecurity.Releasing.Signing;

namespace Build.Tests.Releasing;

/// <summary>A copy of a release in the hands of somebody who changes it, with or without the power to sign.</summary>
/// <param name="folder">The copy.</param>
/// <param name="older">Another release, signed with the same key.</param>
/// <param name="key">With which it was signed.</param>
/// <param name="thief">The key of somebody else.</param>
internal sealed class Tampering(string folder, SampleRelease older, SigningKey key, SigningKey thief)
{
    public string Folder => folder;

    public SigningKey Thief => thief;

    public SampleRelease Older => older;

    public string this[string file] => Path.Combine(folder, file);

    /// <summary>Puts the other release's file in the place of this one's.</summary>
    public Tampering TakeOlder(string file, string? olderFile = null) =>
        Change(() => File.Copy(older[olderFile ?? file], this[file], overwrite: true));

    public Tampering Append(string file, string text) => Change(() => File.AppendAllText(this[file], text));

    public Tampering Write(string file, string text) => Change(() => File.WriteAllText(this[file], text));

    public Tampering Truncate(string file)
    {
        var content = File.ReadAllBytes(this[file]);
        return Change(() => File.WriteAllBytes(this[file], content[..(content.Length / 2)]));
    }

    public Tampering Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(this[file]);
        Assert.Contains(text, before);
        return Write(file, before.Replace(text, by, StringComparison.Ordinal));
    }

    /// <summary>Lists all files again, as anybody can.</summary>
    public Tampering Rehash()
    {
        var files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Where(file => file is not ("SHA256SUMS" or "SHA256SUMS.sig"));
        File.WriteAllBytes(this[ReleaseNames.Checksums], ChecksumList.Write(files.Select(file => KeyValuePair.Create(
            file, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(this[file])))))));
        return this;
    }

    /// <summary>Lists all files again and signs the list, as only the owner of the key can.</summary>
    public Tampering RehashAndSign(SigningKey? by = null)
    {
        Rehash();
        File.WriteAllBytes(this[ReleaseNames.Signature], (by ?? key).Sign(File.ReadAllBytes(this[ReleaseNames.Checksums])));
        return this;
    }

    /// <summary>Changes what a statement says and signs it and the list again.</summary>
    public void Restate(string file, Action<JsonObject> change, SigningKey? by = null)
    {
        var envelope = DsseEnvelope.Read(file, File.ReadAllBytes(this[file]));
        var statement = StrictJson.Parse(envelope.Payload.AsSpan());
        change(statement);
        Sign(file, envelope with { Payload = [.. StrictJson.Write(statement)] }, by);
    }

    public void Sign(string file, DsseEnvelope envelope, SigningKey? by = null)
    {
        var signer = by ?? key;
        var signed = envelope with { Signatures = [new DsseSignature(KeyId: null, [.. signer.Sign(envelope.ToSigned())])] };
        File.WriteAllBytes(this[file], signed.Write());
        RehashAndSign(by);
    }

    /// <summary>Changes a file of the archive of images, in any way that a tar allows.</summary>
    public void Repack(Func<string, byte[], IEnumerable<(string Name, byte[] Content)>> change)
    {
        var archive = Directory.GetFiles(folder, "*-image.tar").Single();
        var entries = new List<(string Name, byte[] Content)>();
        using (var reader = new TarReader(File.OpenRead(archive)))
        {
            while (reader.GetNextEntry(copyData: true) is { } entry)
            {
                if (entry.EntryType == TarEntryType.RegularFile)
                    entries.AddRange(change(entry.Name, Content(entry)));
            }
        }

        using var writer = new TarWriter(File.Create(archive), TarEntryFormat.Ustar);
        foreach (var (name, content) in entries)
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
    }

    public static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    private static byte[] Content(TarEntry entry)
    {
        using var content = new MemoryStream();
        entry.DataStream?.CopyTo(content);
        return content.ToArray();
    }

    private Tampering Change(Action act)
    {
        act();
        return this;
    }
}
