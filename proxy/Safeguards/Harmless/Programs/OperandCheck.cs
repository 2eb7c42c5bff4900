using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>What stands beside the options of programs that do more than to read with some words there.</summary>
internal static class OperandCheck
{
    private const string Digits = "0123456789";

    // Not secrets, nor the settings of pods.
    private static readonly string[] Resources = NameList.Read(
        """
        pods pod po services service svc deployments deployment deploy nodes node no namespaces namespace ns events ingress ing jobs job
        cronjobs replicasets rs daemonsets ds statefulsets sts pvc pv all
        """u8);

    public static bool AreHarmless(ReadingCheck check, Surroundings around)
    {
        if (check.Operands.Count == 0)
            return check.Name is not ("kubectl get" or "printenv") || around.Refuse($"what `{check.Name}` shows is not known");
        for (var at = 0; at < check.Operands.Count; at++)
        {
            if (!IsHarmless(check.Name, check.Operands[at], at))
                return around.Refuse($"what `{check.Name}` does with {check.Operands[at].Shown} is not known");
        }

        return true;
    }

    private static bool IsHarmless(string name, Argument operand, int at) => name switch
    {
        "date" => operand.Text.StartsWith('+'),
        // Not `e`, which shows the environment of processes.
        "ps" => Is(operand, "auxfwljh0123456789,"),
        // zsh calculates what is no number.
        "exit" or "break" or "continue" or "wait" => operand.Is("${?}") || Is(operand, Digits),
        "sleep" => operand.Text.Length is > 0 and < 4 && Is(operand, "0123456789.sm"),
        "printenv" => operand.Kind == ArgumentKind.Known && VariableNames.MayShow(operand.Text),
        "kubectl get" => at > 0 || (operand.Kind == ArgumentKind.Known && Resources.Holds(operand.Text)),
        // An archive or an address on another machine.
        _ => !(name.Begins("tar ") || name.Begins("gh ")) || (operand.Kind == ArgumentKind.Known && !operand.Text.Contains(':')),
    };

    private static bool Is(Argument operand, string characters) =>
        operand.Kind == ArgumentKind.Known && PlainCharacters.IsOf(operand.Text, characters);
}
