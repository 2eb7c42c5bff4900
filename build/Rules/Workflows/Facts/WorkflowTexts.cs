using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>All texts of a workflow that have expressions.</summary>
internal static class WorkflowTexts
{
    public static IEnumerable<LocatedValue> WithExpressions(LocatedValue value)
    {
        var open = new Stack<LocatedValue>([value]);
        while (open.TryPop(out var next))
        {
            if (Template.IsIn(next.Text))
                yield return next;
            foreach (var inner in next.Items.Concat(next.Members.Select(member => member.Value)))
                open.Push(inner);
        }
    }

    public static int LineOf(LocatedValue text, Template template) => text.Line + text.Text.AsSpan(0, template.Position).Count('\n');
}
