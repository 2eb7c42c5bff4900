using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>What a text with expressions may be, where that can be seen: choices of constants, and values of the matrix.</summary>
internal static class PossibleTexts
{
    /// <returns>Nothing where only the run knows it.</returns>
    public static IEnumerable<string> Of(LocatedValue value, WorkflowJob job) => Template.IsIn(value.Text)
        ? Template.In(value.Text!)
            .SelectMany(template => In(Expression.Parse(template.Body), job))
            .Distinct()
            .Select(choice => Template.Fill(value.Text!, choice))
        : [value.Text ?? ""];

    private static IEnumerable<string> In(Expression expression, WorkflowJob job) => expression switch
    {
        Literal literal => [literal.IsFalse ? "" : literal.Text],
        Operation { Operator: "||" } or => or.Operands.SelectMany(operand => In(operand, job)),
        Operation { Operator: "&&" } and => In(and.Operands[^1], job),
        Access { Context: "matrix", Path: [_, var name, ..] } => JobMatrix.ValuesOf(job, name)
            .SelectMany(JobMatrix.TextsIn)
            .Select(value => value.Text!)
            .Where(text => !Template.IsIn(text)),
        _ => [],
    };
}
