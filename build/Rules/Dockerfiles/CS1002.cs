using ContainerSecurity.Findings;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>A download that nobody compares with a digest or a signature is whatever the server gives that day.</summary>
internal static class CS1002
{
    public static OwnRule Rule { get; } = new(
        "CS1002",
        LintLevel.Error,
        "A download is run without a check.",
        "Compare it with `sha256sum --check` (or a signature) before it is run, installed or made executable.")
    {
        OfScript = script => script.MentionsFetcher ? UnverifiedDownloads.Find(script.Shell).Select(script.At) : [],
    };
}
