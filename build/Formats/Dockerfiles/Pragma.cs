using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A comment that tells Hadolint to ignore rules: <c># hadolint ignore=DL3008,DL3009 # why</c>.</summary>
internal sealed partial record Pragma(PragmaKind Kind, ImmutableArray<string> Codes)
{
    /// <param name="comment">Without its <c>#</c>.</param>
    /// <returns>Null when the comment is another one.</returns>
    public static Pragma? Parse(string comment)
    {
        if (Ignore().Match(comment) is not { Success: true } match)
            return null;
        var kind = match.Groups["kind"].Value switch
        {
            "stage" => PragmaKind.StageIgnore,
            "global" => PragmaKind.GlobalIgnore,
            _ => PragmaKind.Ignore,
        };
        return new Pragma(kind, [.. match.Groups["code"].Captures.Select(code => code.Value)]);
    }

    /// <returns>The shell that <c># hadolint shell=bash</c> names; null when the comment is another one.</returns>
    public static string? ParseShell(string comment) =>
        Shell().Match(comment) is { Success: true } match ? match.Groups["shell"].Value : null;

    [GeneratedRegex(@"^[ \t]*hadolint[ \t]+shell[ \t]*=[ \t]*(?<shell>[^\n\t ]+)[ \t]*(?:#.*)?\z")]
    private static partial Regex Shell();

    [GeneratedRegex(
        @"^[ \t]*hadolint[ \t]+(?:(?<kind>stage|global)[ \t]+)?ignore[ \t]*=[ \t]*"
        + @"(?<code>[DLSC0-9]+)(?:[ \t]*,[ \t]*(?<code>[DLSC0-9]+))*[ \t]*(?:#.*)?\z")]
    private static partial Regex Ignore();
}

/// <summary>How far a pragma reaches: the next line, the stage from there, or the whole file.</summary>
internal enum PragmaKind
{
    Ignore,
    StageIgnore,
    GlobalIgnore,
}
