using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Building;

/// <summary>Executes the instructions of a stage one after the other.</summary>
internal sealed class StageExecutor(StageState state, BuildContextFolder context, DateTimeOffset created)
{
    private readonly CopyInstruction _copy = new(new CopySources(context), state.Tree);

    public void Execute(BuildStep step)
    {
        var (instruction, layersBefore) = (step.Instruction, state.Layers.Count);
        RefusedInstructionException.ThrowIfUnreadable(step);
        Apply(step);
        var flags = string.Concat(instruction.Flags.Select(flag => $"--{flag.Name}={flag.Value} "));
        state.History.Add(new OciHistory(
            created, $"{instruction.Keyword} {flags}{instruction.Text}", state.Layers.Count == layersBefore ? true : null));
    }

    private void Apply(BuildStep step)
    {
        switch (step.Keyword)
        {
            // The steps after them have their values.
            case "ARG" or "ENV":
                break;
            case "LABEL":
                SetLabels(step);
                break;
            case "COPY":
                AddLayer(_copy.Files(step, state.WorkingDirectory));
                break;
            case "WORKDIR":
                EnterDirectory(step.Words.First());
                break;
            case "USER":
                state.User = step.Words.First();
                break;
            case "EXPOSE":
                state.ExposedPorts.UnionWith(step.Ports.SelectMany(PortsOf));
                break;
            case "HEALTHCHECK":
                state.Healthcheck = Healthcheck(step.Instruction);
                break;
            case "ENTRYPOINT":
                state.Entrypoint = CommandLine(step.Instruction);
                break;
            case "CMD":
                state.Command = CommandLine(step.Instruction);
                break;
            default:
                // InstructionSupport accepts no other; dropping one silently would build a different image.
                throw new InvalidOperationException($"{step.Keyword} passed the check and is not executed.");
        }
    }

    private void SetLabels(BuildStep label)
    {
        foreach (var variable in label.Variables)
            state.Labels[variable.Name] = variable.Value ?? "";
    }

    private void EnterDirectory(string path)
    {
        state.WorkingDirectory = ImagePath.Normalise(path.StartsWith('/') ? path : $"{state.WorkingDirectory}/{path}")
            ?? throw new RefusedInstructionException(BuildRule.CS3, $"`{path}` leads out of the image", "Give a path inside the image.");
        AddLayer([BuildFile.Directory(state.WorkingDirectory)]);
    }

    private void AddLayer(IEnumerable<BuildFile> files)
    {
        var entries = state.Tree.Add(files);
        if (entries.Count == 0)
            return;

        var tar = LayerTarWriter.Write(entries, created);
        state.Layers.Add(new BuiltLayer(Digest.Compute(tar), tar));
    }

    /// <summary>In the form of the image configuration, <c>8082/tcp</c>.</summary>
    private static IEnumerable<string> PortsOf(string word) => ExposedPort.Parse(word) is { HasHostPart: false, Ports: { First: > 0 } ports } port
        ? Enumerable.Range(ports.First, ports.Last - ports.First + 1).Select(number => $"{number}/{port.Protocol.ToLowerInvariant()}")
        : throw new RefusedInstructionException(
            BuildRule.CS3,
            $"`{word}` is not a port",
            $"Write a port from 1 to {ushort.MaxValue}, or a range of them, with /tcp, /udp or /sctp where needed.");

    private static ImmutableArray<string> CommandLine(Instruction instruction) => instruction.ExecForm ?? ["/bin/sh", "-c", instruction.Text];

    private static OciHealthcheck Healthcheck(Instruction instruction)
    {
        if (instruction.Arguments[0] == "NONE")
            return new OciHealthcheck { Test = ["NONE"] };

        return new OciHealthcheck
        {
            Test = instruction.ExecForm is { } words ? ["CMD", .. words] : ["CMD-SHELL", .. instruction.Arguments[1..]],
            Interval = Duration(instruction, "interval"),
            Timeout = Duration(instruction, "timeout"),
            StartPeriod = Duration(instruction, "start-period"),
            Retries = Flag(instruction, "retries") is { } retries ? int.Parse(retries, CultureInfo.InvariantCulture) : null,
        };
    }

    private static long? Duration(Instruction healthcheck, string name) =>
        Flag(healthcheck, name) is { } value ? GoDuration.ParseNanoseconds(value) : null;

    private static string? Flag(Instruction instruction, string name) => instruction.Flags.FirstOrDefault(flag => flag.Name == name)?.Value;
}
