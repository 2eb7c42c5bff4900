namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>What code of a language does with files that a script runs later: saves what an address gives, and compares digests.</summary>
internal static class CodeFiles
{
    private static readonly string[] Digests =
        ["hash_file", "md5_file", "sha1_file", "hashlib.", "Digest::SHA", "Digest::MD5", "createHash", "Digest.SHA", "openssl_verify"];

    private static readonly string[] Comparisons = ["==", "!=", "hash_equals", "compare_digest", " eq ", " ne "];
    private static readonly string[] Endings = ["exit", "die", "raise ", "throw ", "assert", "abort", "unlink"];

    /// <returns>Addresses and the files that get what they give.</returns>
    public static List<SavedFile> FindSaved(string language, string code)
    {
        var saved = new List<SavedFile>();
        foreach (var argument in CodeCalls.Find(code, SavingIn(language)))
        {
            var texts = CodeCalls.Quoted(argument.Text);
            if (texts.Find(IsAddress) is { } address && texts.Find(text => !IsAddress(text)) is { } file)
                saved.Add(new SavedFile(address, file));
        }

        return saved;
    }

    private static string[] SavingIn(string language) => language switch
    {
        "python" => ["urlretrieve", "wget.download"],
        "php" => ["copy", "file_put_contents"],
        "perl" => ["getstore", "mirror"],
        "r" => ["download.file"],
        "julia" => ["download"],
        _ => [],
    };

    /// <returns>The texts in quotes of code that compares a digest and ends, or removes the file, when it differs; its file is among them.</returns>
    public static HashSet<string> FindCompared(string code) =>
        Holds(code, Digests) && Holds(code, Comparisons) && Holds(code, Endings) ? [.. CodeCalls.Quoted(code)] : [];

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);

    private static bool Holds(string code, string[] names) => Array.Exists(names, name => code.Contains(name, StringComparison.Ordinal));
}

/// <summary>A file that gets what an address gives.</summary>
internal sealed class SavedFile(string address, string path)
{
    public string Address => address;

    public string Path => path;
}
