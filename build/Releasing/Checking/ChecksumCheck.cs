using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>Every file is listed with its digest, and every listed file is there.</summary>
internal static class ChecksumCheck
{
    /// <exception cref="InputException">It is not so.</exception>
    public static string Look(ReleaseFolder release)
    {
        var listed = ChecksumList.Read(ReleaseNames.Checksums, Encoding.UTF8.GetString(release.ReadAll(ReleaseNames.Checksums)));
        foreach (var file in release.Files.Where(file => file is not (ReleaseNames.Checksums or ReleaseNames.Signature)))
        {
            if (!listed.TryGetValue(file, out var expected))
                throw new InputException($"{file} is not listed in {ReleaseNames.Checksums}.");
            if (release.DigestOf(file) is var actual && actual != expected)
                throw new InputException($"{file} has the digest {actual}, {ReleaseNames.Checksums} says {expected}.");
        }

        return listed.Keys.FirstOrDefault(file => !release.Files.Contains(file)) is { } missing
            ? throw new InputException($"{missing} is listed in {ReleaseNames.Checksums} and missing.")
            : $"{listed.Count} files, each with the digest that is listed, none unlisted";
    }
}
