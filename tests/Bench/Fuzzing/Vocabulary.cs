namespace Bench.Fuzzing;

/// <summary>Words of the targets' languages, which random mutations would not find.</summary>
internal static class Vocabulary
{
    /// <summary>Of the two APIs and their streams.</summary>
    public static readonly string[] Api =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "0", "1e999", "99999999999", "{}", "[]", "\"\"",
        "\n\n", "\r\n", "data: ", "data:[DONE]\n\n", "event: ", ": ", "\uFEFF", "é", "\u2028", "😀",
        "\"type\":", "\"text\"", "\"tool_use\"", "\"tool_result\"", "\"thinking\"", "\"image\"", "\"document\"", "\"content\":", "\"role\":",
        "\"input\":", "\"input_schema\":",
        "\"delta\":", "\"index\":", "\"tool_calls\":", "\"function\":", "\"arguments\":", "\"finish_reason\":", "\"error\":", "\"usage\":",
        "\"choices\":", "\"reasoning\":",
    ];

    /// <summary>Of shells.</summary>
    public static readonly string[] Shell =
    [
        "\n", "\r\n", "\\\n", "\\", " ", "\t", "$", "${", "}", "${a:-", "$(", ")", "(", "$((", "))", "((", "`", "\"", "'", "$'", "[[ ", " ]]", "[ ",
        " ]", "{ ", "{a,b}", "<<E\n", "<<-'E'\n", "E\n", "<<<",
        "|", "|&", "||", "&&", "&", ";", ";;", "<(", ">", ">>", "2>&1", "#", "!", "*", "?", "=", "a=1 ", "--", "-", "if ", "then ", "elif ",
        "else ", "fi", "for a in ", "do ", "done", "while ",
        "case a in ", "esac", "function ", "f() ", "time ", "env ", "sudo ", "sh -c ", "exec ", "eval ", "set -o pipefail", "apt-get install ",
        "pip install ", "curl ", "é", "\u00A0", "\0", "😀",
    ];

    /// <summary>Of Dockerfiles, and of the shell in them.</summary>
    public static readonly string[] Dockerfile =
    [
        .. Shell,
        "FROM ", "\nRUN ", "\nCOPY ", "\nADD ", "\nENV ", "\nARG ", "\nLABEL ", "\nONBUILD ", "\nHEALTHCHECK ", "\nCMD ", "\nENTRYPOINT ",
        "\nSHELL ", "\nUSER ", "\nEXPOSE ", "\nVOLUME ",
        "\nWORKDIR ", "\nSTOPSIGNAL ", "\nMAINTAINER ", "# escape=`\n", "# syntax=a\n", "# check=skip=all;error=true\n",
        "# hadolint ignore=DL3008\n", "# hadolint shell=pwsh\n", "--mount=type=cache,target=",
        "--from=", "--platform=$BUILDPLATFORM ", "--chown=1:1 ", "--interval=1s ", " AS a\n", "scratch", "@sha256:", ":latest", "[\"", "\"]",
        "\", \"", "/", "80/tcp", "1-9", "NONE", "\uFEFF",
    ];
}
