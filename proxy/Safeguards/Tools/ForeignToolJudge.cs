using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Flags;

namespace ClaudeCodeProxy.Safeguards.Tools;

/// <summary>Tools of MCP servers and others that are not known: judged by what their input names, files, commands and addresses.</summary>
internal static class ForeignToolJudge
{
    private static readonly string[] Writing =
    [
        "write", "create", "edit", "update", "delete", "remove", "move", "rename", "copy", "save", "put", "append", "mkdir", "upload", "set",
        "patch", "insert",
        "replace", "apply", "make", "add", "store", "download", "export", "install", "run", "exec", "execute",
    ];

    private static readonly string[] Reading =
    [
        "read", "get", "list", "search", "find", "view", "show", "stat", "tree", "glob", "grep", "open", "info", "cat", "head", "tail",
    ];

    public static Verdict Judge(SafeguardContext context, ToolCall call, ToolInput input)
    {
        var tool = call.Name.LastIndexOf("__", StringComparison.Ordinal) is >= 0 and var at ? call.Name[(at + 2)..] : call.Name;
        var (writes, reads) = (HasWord(tool, Writing), HasWord(tool, Reading));
        var (files, schema) = (new FileJudge(context), ToolSchema.Read(call.Schema.Span));
        var isClear = reads && !writes && call.Name.StartsWith("mcp__", StringComparison.Ordinal) && input.Texts.Count > 0;
        foreach (var text in input.Texts)
        {
            var verdict = schema.MeaningOf(text) switch
            {
                TextMeaning.Path => JudgeFile(files, text.Value, writes, reads),
                TextMeaning.Command => FlagJudge.Find(context, text.Value),
                TextMeaning.Address => JudgeAddress(files, text.Value),
                TextMeaning.Pattern => Verdict.Clear("only-reads"),
                _ => null,
            };
            if (verdict is { Judgement: Judgement.Flagged })
                return verdict;
            isClear &= verdict is { Judgement: Judgement.Clear };
        }

        return isClear ? Verdict.Clear("only-reads") : Verdict.Undecided($"what {call.Name} does with its input is not known");
    }

    private static Verdict JudgeFile(FileJudge files, string path, bool writes, bool reads)
    {
        if (path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || path.Contains("://", StringComparison.Ordinal))
            return JudgeAddress(files, path) ?? Verdict.Undecided("an address stands where a file is named");
        var verdict = Worst(writes ? files.Write(path, "", isWhole: false) : files.Read(path), path, writes, files);
        // Whether it reads or writes is not known.
        return !writes && !reads && verdict.Rule == "read-outside" ? Verdict.Undecided(verdict.Explanation) : verdict;
    }

    // Somebody may decode it first.
    private static Verdict Worst(Verdict verdict, string path, bool writes, FileJudge files)
    {
        if (verdict.Judgement == Judgement.Flagged || !path.Contains('%'))
            return verdict;
        var decoded = Uri.UnescapeDataString(path);
        var other = writes ? files.Write(decoded, "", isWhole: false) : files.Read(decoded);
        return other.Judgement == Judgement.Flagged ? other : verdict;
    }

    private static Verdict? JudgeAddress(FileJudge files, string address)
    {
        if (!address.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return AddressJudge.Find(address);
        var path = Uri.UnescapeDataString(address["file:".Length..]);
        var verdict = files.Read($"/{path.TrimStart('/')}");
        return verdict.Judgement == Judgement.Flagged ? verdict : Verdict.Undecided("a file is named by an address");
    }

    /// <summary>Whether a name such as <c>writeFile</c> or <c>read_text_file</c> holds one of these words.</summary>
    private static bool HasWord(string name, string[] words)
    {
        for (var start = 0; start < name.Length;)
        {
            var end = start + 1;
            while (end < name.Length && char.IsAsciiLetterLower(name[end]))
                end++;
            if (Array.IndexOf(words, name[start..end].Trim('_', '-').ToLowerInvariant()) >= 0)
                return true;
            start = end;
        }

        return false;
    }
}
