namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>What code of a language does with files that a script runs later: saves what an address gives, and compares digests.</summary>
internal static class CodeFiles
{
    private static readonly Dictionary<string, string[]> Saving = new()
    {
        ["python"] = ["urlretrieve", "wget.download"],
        ["php"] = ["copy", "file_put_contents"],
        ["perl"] = ["getstore", "mirror"],
        ["r"] = ["download.file"],
        ["julia"] = ["download"],
    };

    private static readonly string[] Digests =
        ["hash_file", "md5_file", "sha1_file", "hashlib.", "Digest::SHA", "Digest::MD5", "createHash", "Digest.SHA", "openssl_verify"];

    private static readonly string[] Comparisons = ["==", "!=", "hash_equals", "compare_digest", " eq ", " ne "];
    private static readonly string[] Endings = ["exit", "die", "raise ", "throw ", "assert", "abort", "unlink"];

    /// <returns>Addresses and the files that get what they give.</returns>
    public static IEnumerable<(string Address, string File)> FindSaved(string language, string code)
    {
        foreach (var argument in Saving.TryGetValue(language, out var names) ? CodeCalls.Find(code, names) : [])
        {
            var texts = CodeCalls.Quoted(argument.Text).ToList();
            if (texts.Find(IsAddress) is { } address && texts.Find(text => !IsAddress(text)) is { } file)
                yield return (address, file);
        }
    }

    /// <returns>The texts in quotes of code that compares a digest and ends, or removes the file, when it differs; its file is among them.</returns>
    public static IEnumerable<string> FindCompared(string code) =>
        Holds(code, Digests) && Holds(code, Comparisons) && Holds(code, Endings) ? CodeCalls.Quoted(code).Distinct() : [];

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);

    private static bool Holds(string code, string[] names) => Array.Exists(names, name => code.Contains(name, StringComparison.Ordinal));
}
