using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What the built-in builder could not execute is a finding about a line of the Dockerfile, so it is shown and decided with the lint gate's.</summary>
internal static class BuilderFindings
{
    public static Gate AddedTo(Gate lint) => lint with
    {
        Judge = async (input, cancellation) =>
        {
            var result = await lint.Judge(input, cancellation);
            var added = input.BuilderFindings.Where(finding => !result.Findings.Any(known => IsSame(known, finding))).ToList();
            return added.Count == 0
                ? result
                : result with { Findings = [.. result.Findings, .. added], Verdict = (Verdict)Math.Max((int)result.Verdict, (int)Verdict.Fail) };
        },
    };

    private static bool IsSame(Finding left, Finding right) => (left.RuleId, left.File, left.Line) == (right.RuleId, right.File, right.Line);
}
