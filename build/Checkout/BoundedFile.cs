using System.Text;
using System.Text.Unicode;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>
/// Reads files that nobody vouches for: one may be a link to a device, which has no end, or may not be text. Messages say so with the file's name.
/// </summary>
internal static class BoundedFile
{
    public const int MiB = 1024 * 1024;

    private const int SmallPart = 4 * 1024;
    private const int LargePart = 64 * 1024;

    /// <summary>The text of a configuration file: UTF-8, of modest size, and nothing in it at which a reader stops unnoticed.</summary>
    /// <param name="name">How messages call the file.</param>
    /// <exception cref="InputException">Anything else; the message names file and line.</exception>
    public static string ReadText(string name, string path) => DecodeUtf8(name, Read(name, path, MiB));

    /// <summary>Content that is not text, or is decoded elsewhere.</summary>
    /// <exception cref="InputException">There is more.</exception>
    public static byte[] Read(string name, string path, int mostBytes) =>
        ReadOrNull(path, mostBytes) ?? throw Wrong(name, 1, $"larger than {mostBytes / MiB} MiB, and so not read");

    /// <returns>Null when there is more.</returns>
    public static byte[]? ReadOrNull(string path, int mostBytes)
    {
        using var file = File.OpenRead(path);
        // A device or a pipe does not say how much there is, and a file may grow.
        var length = file.CanSeek ? file.Length : 0;
        using var whole = new MemoryStream((int)Math.Min(length, mostBytes));
        var part = new byte[Math.Clamp(length + 1, SmallPart, LargePart)];
        for (var count = file.Read(part); count > 0; count = file.Read(part))
        {
            if (whole.Length + count > mostBytes)
                return null;
            whole.Write(part, 0, count);
        }

        return whole.ToArray();
    }

    /// <summary>As <see cref="DecodeUtf8"/>; UTF-16 too, where a byte order mark says so, as Windows writes it and many programs read it.</summary>
    public static string Decode(string name, byte[] content)
    {
        if (content is not ([0xff, 0xfe, ..] or [0xfe, 0xff, ..]))
            return DecodeUtf8(name, content);
        try
        {
            var encoding = new UnicodeEncoding(bigEndian: content[0] == 0xfe, byteOrderMark: true, throwOnInvalidBytes: true);
            return Checked(name, encoding.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(name, 1, "not UTF-16, although it begins like it");
        }
    }

    private static string DecodeUtf8(string name, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        return Utf8.IsValid(content) ? Checked(name, text) : throw Wrong(name, LineOf(text, '\ufffd'), "not UTF-8");
    }

    private static string Checked(string name, string text) =>
        // YamlDotNet takes this for the end.
        text.Contains('\0') ? throw Wrong(name, LineOf(text, '\0'), "not text: it holds a NUL character") : text.TrimStart('\ufeff');

    private static int LineOf(string text, char wrong) => text.AsSpan(0, text.IndexOf(wrong)).Count('\n') + 1;

    private static InputException Wrong(string name, int line, string what) =>
        new($"{name}:{line}: {what}. Mend the file and run again.") { Line = line };
}
