using System.Text;
using ContainerSecurity.Shell;

namespace Bench.Fuzzing;

/// <summary>Any text is read as a script or called unreadable, and what is unreadable runs nothing.</summary>
internal sealed class ShellTarget : FuzzTarget
{
    public override string Name => "shell";

    public override string[] Words => Vocabulary.Shell;

    public override void Take(byte[] input)
    {
        var script = ShellScript.Parse(Encoding.UTF8.GetString(input));
        if (!script.IsReadable && (script.Pipelines.Length > 0 || script.Commands.Length > 0))
            throw new InvalidDataException("commands of an unreadable script");
        if (script.AllPipelines.Sum(pipeline => pipeline.Steps.Length) < script.Pipelines.Length)
            throw new InvalidDataException("a pipeline without a step");
        foreach (var command in script.Commands)
            _ = command.Flags.Length;
    }
}
