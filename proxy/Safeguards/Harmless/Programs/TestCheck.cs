using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Conditions: <c>test</c>, <c>[ … ]</c> and <c>[[ … ]]</c>, where they calculate nothing.</summary>
internal static class TestCheck
{
    public static bool IsHarmless(Argument[] words, Surroundings around)
    {
        foreach (var word in words)
        {
            if (word.Kind is ArgumentKind.Words or ArgumentKind.Names or ArgumentKind.Pattern)
                return around.Refuse($"the words of a test are not known: {word.Shown}");
        }

        var start = words.Length > 1 && words[0].Is("!") ? 1 : 0;
        var count = words.Length - start;
        if (count == 1 || (count == 2 && IsUnary(words[start], words[start + 1], around))
            || (count == 3 && words[start + 1].Kind == ArgumentKind.Known && IsBinary(words[start], words[start + 1].Text, words[start + 2])))
        {
            return true;
        }

        return around.Refuse("this test is not followed");
    }

    private static bool IsUnary(Argument test, Argument operand, Surroundings around)
    {
        if (test.Kind != ArgumentKind.Known)
            return false;
        return test.Text switch
        {
            "-n" or "-z" => true,
            "-f" or "-d" or "-e" or "-s" or "-r" or "-w" or "-x" or "-L" or "-h" or "-p" or "-S" or "-b" or "-c" or "-O" or "-G" =>
                !around.Places.Context.BlocksReadsOutside || around.MayRead(operand, readsContent: false),
            _ => false,
        };
    }

    private static bool IsBinary(Argument left, string comparison, Argument right) => comparison switch
    {
        "=" or "==" or "!=" => true,
        // What is no number is calculated, and calculating may run commands.
        "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" => IsNumber(left) && IsNumber(right),
        _ => false,
    };

    private static bool IsNumber(Argument word) => word.Kind == ArgumentKind.Known && word.Text.Length > 0
        && (word.Text is "${?}" or "${#}" || word.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
}
