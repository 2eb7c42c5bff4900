namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What passes text on, changed or not: whoever runs the result runs what came in.</summary>
internal static class TextTools
{
    public static ProgramSpec[] All { get; } =
    [
        new("cat tac nl rev sort uniq shuf fold fmt expand unexpand column paste join pv more less dos2unix unix2dos sponge", Act.Transform)
        {
            Values = "k t s w c b T S B f i L d N F", Flags = "o>Value",
        },
        new("head tail", Act.Transform) { Values = "n c lines bytes s", Joined = "0 1 2 3 4 5 6 7 8 9" },
        new("cut tr iconv uconv envsubst strings hexdump xxd od uudecode ascii2uni rot13", Act.Transform)
        {
            Values = "d f c b delimiter fields characters t from-code to-code o>Output l g w s e",
        },
        new("openssl", Act.Transform)
        {
            Sub = "enc|base64|smime|cms|rsautl|pkeyutl", IsSingleDash = true, Values = "in>Input out>Output k K iv pass",
        },
        new("base64 base32 basenc b64decode", Act.Transform) { Values = "w wrap i o>Output", Flags = "d>Extract D>Extract decode>Extract" },
        new("zcat gzcat bzcat xzcat lzcat zstdcat lz4cat bzless zless", Act.Transform),
        new("grep egrep fgrep rg ag ack zgrep", Act.Transform)
        {
            Values = "e>Code regexp>Code f A B C m file max-count context", Flags = "q>NoContent quiet>NoContent c>NoContent l>NoContent",
        },
        new("jq yq gojq jaq xq dasel", Act.Transform) { Values = "f from-file L indent", Flags = "r>ToOutput j>ToOutput raw-output>ToOutput" },
        new("rpm2cpio rpm2archive", Act.Transform),
        new("age", Act.Transform) { Values = "o>Output output>Output i r R", Flags = "d>Extract decrypt>Extract" },
        new("tee", Act.Transform) { Flags = "a>Value append>Value" },
        new("dd", Act.Transform),
        new("diff cmp", Act.Compare) { Values = "U I x n i", Flags = "q>Value" },
        new("echo", Act.Print),
        new("printf print", Act.Print),
        new("read", Act.Read) { Values = "d i n N p t u>Descriptor a>Variable" },
        new("mapfile readarray", Act.Read) { Values = "d n O s u>Descriptor C c" },
    ];
}
