using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.3: in the devcontainer only what is declared is added to the base.</summary>
internal static class MinimalAttackSurface
{
    public const string Copies = "devcontainer-copies";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            Copies,
            CheckSubject.Tree,
            "The devcontainer's stage copies what the policy declares, and fetches nothing.",
            facts => Subjects.DevContainerStages(facts, stage => CheckStage(facts, stage)))
        {
            Defects =
            [
                new Defect.InTree("a file that nobody declares is copied", facts =>
                    TreeEdits.InDevContainerStage(facts, "COPY planted.txt /planted.txt")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckStage(PolicyFacts facts, BuildStage stage) => Subjects.HeldUnless(
        stage.WithBases().SelectMany(part => Undeclared(facts, part).Concat(Fetches(part))),
        () => $"{stage.File}: stage {stage.Name} copies nothing but "
            + string.Join(", ", facts.Policy.DevContainer.Copies.Select(copy => copy.Source)));

    private static IEnumerable<Observation> Undeclared(PolicyFacts facts, BuildStage stage) =>
        from copy in stage.All("COPY").Concat(stage.All("ADD"))
        from source in copy.HereDocuments.IsEmpty ? copy.Arguments.SkipLast(1) : ["a here-document"]
        where copy.Keyword == "ADD" || !IsDeclared(facts, copy, source)
        select Broken($"stage {stage.Name} adds {source}, which the policy does not declare", stage.At(copy));

    private static bool IsDeclared(PolicyFacts facts, Instruction copy, string source)
    {
        var from = copy.Flags.FirstOrDefault(flag => flag.Name == "from")?.Value;
        return facts.Policy.DevContainer.Copies.Any(declared =>
            declared.Source == source && declared.From == from && (declared.Tool is not { } tool || facts.LockedTools.Contains(tool)));
    }

    /// <summary>What a command of the build fetches is no package and is nowhere pinned.</summary>
    private static IEnumerable<Observation> Fetches(BuildStage stage) =>
        from script in ProductScripts.InStage(stage)
        from command in script.Shell.Commands
        let name = EffectiveCommand.From(command).Name
        where ProgramTable.Is(name, Act.Fetch) || (name == "git" && command.Arguments.Contains("clone"))
        select Broken($"{script.What} fetches with {name} what tools.lock.json does not pin", script.Place);

    private static Observation.Broken Broken(string message, Place place) =>
        new(message, place, "Remove it; or declare it: state it in SECURITY.md, pin it in tools.lock.json, and name it in the policy.");
}
