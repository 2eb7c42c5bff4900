using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>ADD extracts an archive without a layer that holds it.</summary>
internal static class DL3010
{
    private static readonly string[] Unpackers =
        ["unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3010",
        Severity.Low,
        "The archive is copied and then extracted; ADD does both.",
        Extracted);

    private static IEnumerable<int> Extracted(LintedFile file)
    {
        var (archives, extracted) = (new List<(int Line, string Name)>(), new SortedSet<int>());
        foreach (var instruction in file.Instructions)
        {
            switch (instruction.Keyword)
            {
                case "FROM":
                    archives.Clear();
                    extracted.Clear();
                    break;
                case "COPY" when instruction.CopiedFrom is null:
                    archives.AddRange(Archives(instruction).Select(name => (instruction.Line, name)));
                    break;
                case "RUN":
                    var unpacked = instruction.Commands.Where(Unpacks).SelectMany(command => command.Operands()).Select(FileName);
                    extracted.UnionWith(archives.IntersectBy(unpacked, archive => archive.Name).Select(archive => archive.Line));
                    break;
            }
        }

        return extracted;
    }

    private static IEnumerable<string> Archives(LintedInstruction copy) =>
        (ImagePath.IsArchive(copy.Paths[^1]) ? [copy.Paths[^1]] : copy.Paths.SkipLast(1).Where(ImagePath.IsArchive)).Select(FileName);

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool Unpacks(ShellCommand command) => Unpackers.Contains(command.Name) || (command.Name == "tar"
        && command.Arguments.Any(argument => argument is "--extract" or "--get" || (argument.StartsWith('-') && argument.Contains('x'))));
}
