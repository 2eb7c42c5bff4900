using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.3: one program in the published image; in the devcontainer only what is declared is added to the base.</summary>
internal static class MinimalAttackSurface
{
    private const string Proxy = "/claude-code-proxy";
    private const string ClaudeCode = "artifacts/context/claude";
    private const string ClaudeCodeTool = "claude-code";
    private static readonly string[] OwnFiles = [".devcontainer/keep-proxy.sh", ".devcontainer/managed-settings.json"];
    private const int MostShown = 10;

    public static readonly Claim Claim = new("CT-1.3", "Minimal Attack Surface", facts =>
        [.. Subjects.Image(facts, CheckImage), .. Subjects.DevContainerStages(facts, stage => CheckStage(facts, stage))]);

    private static IEnumerable<Observation> CheckImage(ImageFacts image)
    {
        var entry = EntryPoint.Find(image);
        var files = image.Files.ToList();
        var others = files.Where(file => (file.IsExecutable || file.Program is not null) && file.Path != entry?.Path)
            .Select(file => Broken($"{file.Path} is a program beside the proxy", file.Place));
        var setuid = files.Where(file => file.IsSetuidOrSetgid).Select(file => Broken($"{file.Path} is setuid or setgid", file.Place));
        return Subjects.HeldUnless(
            Shortened([.. others, .. setuid]),
            () => $"image {image.Identity.Name}: {entry?.Path} is the only program among {files.Count} entries, nothing is setuid or setgid");
    }

    /// <summary>An image of a distribution has thousands; the first few and the number say as much.</summary>
    private static List<Observation.Broken> Shortened(List<Observation.Broken> broken)
    {
        var rest = broken.Count - MostShown - 1;
        return rest <= 0
            ? broken
            : [.. broken.Take(MostShown), broken[MostShown] with { Message = $"{broken[MostShown].Message}, and {rest} more like it" }];
    }

    private static IEnumerable<Observation> CheckStage(PolicyFacts facts, BuildStage stage) => Subjects.HeldUnless(
        stage.WithBases().SelectMany(part => Copies(facts, part).Concat(Fetches(part))),
        () => $"{stage.File}: stage {stage.Name} adds the packages, the proxy, its start script, the agent's settings and {ClaudeCodeTool} of tools.lock.json");

    private static IEnumerable<Observation> Copies(PolicyFacts facts, BuildStage stage) =>
        from copy in stage.All("COPY").Concat(stage.All("ADD"))
        from source in copy.HereDocuments.IsEmpty ? copy.Arguments.SkipLast(1) : ["a here-document"]
        where copy.Keyword == "ADD" || !IsDeclared(facts, copy, source)
        select Broken($"stage {stage.Name} adds {source}, which SECURITY.md does not declare", stage.At(copy));

    private static bool IsDeclared(PolicyFacts facts, Instruction copy, string source)
    {
        var from = copy.Flags.FirstOrDefault(flag => flag.Name == "from")?.Value;
        return source switch
        {
            Proxy => from == "proxy",
            ClaudeCode => from is null && facts.LockedTools.Contains(ClaudeCodeTool),
            _ => from is null && OwnFiles.Contains(source),
        };
    }

    /// <summary>What a command of the build fetches is no package and is nowhere pinned.</summary>
    private static IEnumerable<Observation> Fetches(BuildStage stage) =>
        from script in ProductScripts.InStage(stage)
        from command in script.Shell.Commands
        let name = EffectiveCommand.From(command).Name
        where ProgramTable.Is(name, Act.Fetch) || (name == "git" && command.Arguments.Contains("clone"))
        select Broken($"{script.What} fetches with {name} what tools.lock.json does not pin", script.Place);

    private static Observation.Broken Broken(string message, Place place) =>
        new(message, place, "Remove it; or declare it: state it in SECURITY.md, pin it in tools.lock.json, and extend this check.");
}
