using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Rules.Facts;

/// <summary>What rules judge: instructions in order, comments between them, and the settings that some rules need.</summary>
internal sealed record LintedFile(ImmutableArray<LintedInstruction> Instructions, ImmutableArray<Comment> Comments, LintConfiguration Settings)
{
    /// <summary>Comments inside an instruction's continuation lines carry no pragma and are left out.</summary>
    public static LintedFile Create(Dockerfile dockerfile, LintConfiguration settings)
    {
        var inside = dockerfile.Instructions
            .SelectMany(instruction => Enumerable.Range(instruction.Line, instruction.EndLine - instruction.Line + 1))
            .ToHashSet();
        return new LintedFile(
            [.. dockerfile.Instructions.Select(instruction => new LintedInstruction(instruction))],
            [.. dockerfile.Comments.Where(comment => !inside.Contains(comment.Line))],
            settings);
    }

    /// <summary>Only what ONBUILD triggers.</summary>
    public LintedFile Triggered =>
        field ??= new([.. Instructions.Select(instruction => instruction.Triggered).OfType<LintedInstruction>()], [], Settings);
}
