using System.Security.Cryptography;

namespace Bench.Fuzzing;

/// <summary>The initial inputs from the repository, and the inputs found by earlier runs in a results folder.</summary>
internal sealed class Corpus(FuzzTarget target, string repository, string output)
{
    private readonly string _finds = Path.Combine(output, target.Name);

    public IEnumerable<byte[]> Seeds()
    {
        var traces = target.Traces is { } name
            ? Directory.EnumerateFiles(Path.Combine(repository, "tests", "Proxy.Tests", "Traces"), name, SearchOption.AllDirectories)
            : [];
        var own = Directory.EnumerateFiles(Path.Combine(repository, "tests", "Bench", "Fuzzing", "Corpus", target.Name));
        return traces.Concat(own).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
    }

    /// <summary>Returns the file's path.</summary>
    public string Keep(string kind, byte[] input)
    {
        Directory.CreateDirectory(_finds);
        var path = Path.Combine(_finds, $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(path, input);
        return path;
    }
}
