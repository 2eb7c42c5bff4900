using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Compose;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Reads a workflow or an action, and the containers in which its jobs run.</summary>
internal static class WorkflowReader
{
    /// <exception cref="InputException">Neither.</exception>
    public static JudgedFile Read(SourceFile source, bool isAction)
    {
        var workflow = Workflow.Parse(source.Path, source.Text, isAction);
        return new JudgedFile(source.Path) { Workflow = workflow, Containers = [.. workflow.Containers.Select(container => container.Requested)] };
    }
}
