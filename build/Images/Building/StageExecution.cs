using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Building;

/// <summary>Executes the instructions of a stage one after the other.</summary>
internal sealed class StageExecution(StageState state, BuildVariables variables, BuildContextFolder context, DateTimeOffset created)
{
    private readonly CopyInstruction _copy = new(new CopySources(context), state.Tree);

    public void Execute(Instruction instruction)
    {
        var layersBefore = state.Layers.Count;
        Apply(instruction);
        var flags = string.Concat(instruction.Flags.Select(flag => $"--{flag.Name}={flag.Value} "));
        state.History.Add(new OciHistory(created, $"{instruction.Keyword} {flags}{instruction.Text}", state.Layers.Count == layersBefore ? true : null));
    }

    private void Apply(Instruction instruction)
    {
        switch (instruction.Keyword)
        {
            case "ARG":
                variables.Declare(instruction);
                break;
            case "ENV":
                variables.Set(instruction);
                break;
            case "LABEL":
                SetLabels(instruction);
                break;
            case "COPY":
                AddLayer(_copy.Files(instruction, variables.Expand, state.WorkingDirectory));
                break;
            case "WORKDIR":
                EnterDirectory(variables.Expand(instruction.RawArguments[0]));
                break;
            case "USER":
                state.User = variables.Expand(instruction.RawArguments[0]);
                break;
            case "EXPOSE":
                state.ExposedPorts.UnionWith(instruction.RawArguments.Select(variables.Expand).SelectMany(Words).SelectMany(ExposedPort.Parse));
                break;
            case "HEALTHCHECK":
                state.Healthcheck = Healthcheck(instruction);
                break;
            case "ENTRYPOINT":
                state.Entrypoint = CommandLine(instruction);
                break;
            case "CMD":
                state.Command = CommandLine(instruction);
                break;
            default:
                // InstructionSupport lets no other through; to drop one silently would build another image than the one written.
                throw new InvalidOperationException($"{instruction.Keyword} passed the check and is not executed.");
        }
    }

    private void SetLabels(Instruction label)
    {
        foreach (var (name, value) in label.RawArguments.Select(variables.NameAndValue))
            state.Labels[name] = value;
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
        state.Layers.Add(new BuiltLayer(Digest.Of(tar), tar));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
        Flag(healthcheck, name) is { } value ? GoDuration.Nanoseconds(value) : null;

    private static string? Flag(Instruction instruction, string name) => instruction.Flags.FirstOrDefault(flag => flag.Name == name)?.Value;
}
