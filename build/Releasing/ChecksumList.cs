using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing;

/// <summary>The digests of a release's files, as sha256sum writes and checks them.</summary>
internal static partial class ChecksumList
{
    /// <param name="digests">SHA-256 in hexadecimal, by file name.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> digests) => Encoding.UTF8.GetBytes(
        string.Concat(digests.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n")));

    /// <exception cref="InputException">A line that is no digest and plain name, or a name that stands there twice.</exception>
    public static ImmutableSortedDictionary<string, string> Read(string name, string text)
    {
        var digests = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (index, line) in text.TrimEnd('\n').Split('\n').Index())
        {
            var entry = Entry().Match(line);
            if (!entry.Success)
                throw InputException.At(name, index + 1, $"`{Shown(line)}` is not a digest, two blanks and the plain name of a file in this folder.");
            if (!digests.TryAdd(entry.Groups["name"].Value, entry.Groups["digest"].Value))
                throw InputException.At(name, index + 1, $"{entry.Groups["name"].Value} stands there twice.");
        }

        return digests.ToImmutable();
    }

    private static string Shown(string line) =>
        string.Concat(line.Take(120).Select(letter => char.IsControl(letter) ? '?' : letter));

    /// <summary>No slash and no leading dot or dash: a name can lead nowhere and is no option.</summary>
    [GeneratedRegex(@"\A(?<digest>[0-9a-f]{64})  (?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,127})\z")]
    private static partial Regex Entry();
}
