using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Build.Tests.Tools.Acquisition;

/// <summary>Archives as publishers and attackers make them.</summary>
internal static class SampleArchive
{
    public static readonly byte[] Script = Encoding.ASCII.GetBytes("#!/bin/sh\necho the real one\n");

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var archive = new MemoryStream();
        using (var plain = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(plain))
        {
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        }

        return archive.ToArray();
    }

    public static TarEntry File(string name, byte[] content) =>
        new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) };

    public static TarEntry Link(TarEntryType type, string name, string target) => new PaxTarEntry(type, name) { LinkName = target };

    /// <param name="unixMode">Type and mode bits of the entry, as zip tools of Unix write them.</param>
    public static byte[] Zip(string name, byte[] content, int unixMode = 0)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(name);
            entry.ExternalAttributes = unixMode << 16;
            using var body = entry.Open();
            body.Write(content);
        }

        return archive.ToArray();
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Integrity(byte[] content) => $"sha512-{Convert.ToBase64String(SHA512.HashData(content))}";
}
