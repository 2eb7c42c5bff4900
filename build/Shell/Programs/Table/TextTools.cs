namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What passes text on, changed or not: whoever runs the result runs what came in.</summary>
internal static class TextTools
{
    public static ReadOnlySpan<byte> All =>
        """
        cat tac nl rev sort uniq shuf fold fmt expand unexpand column paste join pv more less dos2unix unix2dos sponge: Transform
            values k t s w c b T S B f i L d N F
            flags o>Value
        head tail: Transform
            values n c lines bytes s
            joined 0 1 2 3 4 5 6 7 8 9
        cut tr iconv uconv envsubst strings hexdump xxd od uudecode ascii2uni rot13: Transform
            values d f c b delimiter fields characters t from-code to-code o>Output l g w s e
        openssl: Transform IsSingleDash
            sub enc|base64|smime|cms|rsautl|pkeyutl
            values in>Input out>Output k K iv pass
        base64 base32 basenc b64decode: Transform
            values w wrap i o>Output
            flags d>Extract D>Extract decode>Extract
        zcat gzcat bzcat xzcat lzcat zstdcat lz4cat bzless zless: Transform
        grep egrep fgrep rg ag ack zgrep: Transform
            values e>Code regexp>Code f A B C m file max-count context
            flags q>NoContent quiet>NoContent c>NoContent l>NoContent
        jq yq gojq jaq xq dasel: Transform
            values f from-file L indent
            flags r>ToOutput j>ToOutput raw-output>ToOutput
        rpm2cpio rpm2archive: Transform
        age: Transform
            values o>Output output>Output i r R
            flags d>Extract decrypt>Extract
        tee: Transform
            flags a>Value append>Value
        dd: Transform
        diff cmp: Compare
            values U I x n i
            flags q>Value
        echo: Print
        printf print: Print
        read: Read
            values d i n N p t u>Descriptor a>Variable
        mapfile readarray: Read
            values d n O s u>Descriptor C c
        """u8;
}
