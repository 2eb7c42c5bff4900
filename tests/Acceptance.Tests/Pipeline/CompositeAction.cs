using System.Text.RegularExpressions;
using ContainerSecurity.Formats;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Dotnet;

namespace Acceptance.Tests.Pipeline;

/// <summary>An action of this repository, whose steps are run here as a runner of GitHub runs them.</summary>
internal sealed partial class CompositeAction
{
    private readonly string _folder;
    private readonly LocatedValue _action;
    private readonly string _runner = Directory.CreateTempSubdirectory("runner-").FullName;

    public CompositeAction(string name)
    {
        _folder = Path.Combine(Repository.Paths.Root, ".github", "actions", name);
        _action = LocatedYaml.Parse("action.yml", File.ReadAllText(Path.Combine(_folder, "action.yml")))!;
    }

    /// <summary>What its steps wrote into the summary of the job.</summary>
    public string Summary => File.ReadAllText(Path.Combine(_runner, "summary"));

    /// <summary>Of all steps, by name.</summary>
    public Dictionary<string, string> Outputs { get; } = [];

    /// <param name="workspace">The caller's checkout.</param>
    /// <returns>The exit code of the first step that failed, and what all of them printed.</returns>
    public async Task<(int ExitCode, string Said)> RunAsync(string workspace, params (string Name, string Value)[] inputs)
    {
        var (status, said) = (0, "");
        foreach (var step in _action["runs"]!["steps"]!.Items)
        {
            var result = await new ToolRunner().RunAsync(Command(step, workspace, inputs), CancellationToken.None);
            said += result.Output + result.ErrorOutput;
            status = status == 0 ? result.ExitCode : status;
            foreach (var line in File.ReadLines(Path.Combine(_runner, "output")))
                Outputs[line.Split('=')[0]] = line[(line.IndexOf('=') + 1)..];
        }

        return (status, said);
    }

    public void Delete() => Directory.Delete(_runner, recursive: true);

    private ToolCommand Command(LocatedValue step, string workspace, (string Name, string Value)[] inputs)
    {
        Assert.Equal("bash", step["shell"]!.Text);
        var script = Path.Combine(_runner, "step.sh");
        File.WriteAllText(script, step["run"]!.Text);
        File.WriteAllText(Path.Combine(_runner, "output"), "");
        File.AppendAllText(Path.Combine(_runner, "summary"), "");
        var command = DotnetCommands.Command(["--noprofile", "--norc", "-eo", "pipefail", script]);
        return command with
        {
            Executable = "bash",
            WorkingDirectory = workspace,
            AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            Environment = command.Environment
                .SetItems(step["env"]!.Members.Select(variable =>
                    KeyValuePair.Create<string, string?>(variable.Name, Evaluate(variable.Value.Text!, inputs))))
                .SetItem("GITHUB_WORKSPACE", workspace)
                .SetItem("GITHUB_OUTPUT", Path.Combine(_runner, "output"))
                .SetItem("GITHUB_STEP_SUMMARY", Path.Combine(_runner, "summary"))
                .SetItem("RUNNER_TEMP", _runner),
        };
    }

    private string Evaluate(string text, (string Name, string Value)[] inputs) => Expression().Replace(text, match =>
        match.Groups["path"].Value.Split('.') switch
        {
            ["github", "action_path"] => _folder,
            ["inputs", var name] => inputs.FirstOrDefault(input => input.Name == name).Value ?? _action["inputs"]![name]!["default"]!.Text!,
            ["steps", _, "outputs", var name] => Outputs[name],
            _ => throw new InvalidOperationException($"not known here: {match.Value}"),
        });

    [GeneratedRegex(@"\$\{\{ (?<path>[\w.-]+) \}\}")]
    private static partial Regex Expression();
}
