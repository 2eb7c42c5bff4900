namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>The programs that only read and print, each with the options for which that is so.</summary>
internal static class ReadingPrograms
{
    private const string Any = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly ReadingProgram[] All =
    [
        // Listings.
        new("ls dir vdir", Takes.Names, "1aAbBcCdfFgGhHiklLmnNopqQrRsStuUvxXZ", "ITw",
            "all almost-all human-readable recursive reverse size inode directory classify group-directories-first no-group numeric-uid-gid author "
            + "full-time si dereference color? time= time-style= sort= ignore= hide= format= indicator-style= width= help version")
            { IsTolerant = true, ReadsFolders = true },
        new("tree", Takes.Names, "adfilpsugDhFrtcUQNACSvx", "LIP", "noreport dirsfirst prune du si gitignore charset= sort= filelimit= timefmt= "
            + "inodes device help version")
            { ReadsFolders = true },
        new("eza exa", Takes.Names, "1aAlhgGiHRTFdrsDSUumbx@", "LIt", "all long tree git header recurse icons? level= sort= color= ignore-glob= "
            + "git-ignore no-user no-permissions")
            { ReadsFolders = true },
        new("du", Takes.Names, "abchHkLmsSx0D", "dtB", "all apparent-size bytes total human-readable summarize max-depth= exclude= threshold= si "
            + "block-size= time?")
            { IsTolerant = true, ReadsFolders = true },
        new("df", Takes.Names, "ahHiklPTx", "tB", "all human-readable inodes local portability total type= exclude-type= si "
            + "output?") { IsTolerant = true },
        new("stat", Takes.Names, "fLtnqrsx", "c", "format= printf= dereference file-system terse") { IsTolerant = true },
        new("file", Takes.Names, "bhiLkNnr0", "eF", "brief mime mime-type mime-encoding dereference no-dereference keep-going separator="),
        new("realpath", Takes.Names, "emLPqsz", "", "canonicalize-existing canonicalize-missing relative-to= relative-base= "
            + "no-symlinks") { IsTolerant = true },
        new("readlink", Takes.Names, "femnqsvz", "", "canonicalize canonicalize-existing canonicalize-missing no-newline") { IsTolerant = true },
        new("basename", Takes.Texts, "az", "s", "multiple suffix= zero") { IsTolerant = true },
        new("dirname", Takes.Texts, "z", "", "zero") { IsTolerant = true },
        new("md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum", Takes.Names, "btz", "l", "tag text binary zero") { IsTolerant = true },
        new("cksum sum", Takes.Names, "rs", "a", "algorithm= tag"),

        // Contents.
        new("cat", Takes.Files, "AbeEnstTuv", "", "number number-nonblank show-all show-ends show-tabs squeeze-blank help "
            + "version") { IsTolerant = true },
        new("tac", Takes.Files, "br", "s", "before regex separator=") { IsTolerant = true },
        new("nl", Takes.Files, "p", "bdfhilnsvw", "body-numbering= number-width= number-format= starting-line-number=") { IsTolerant = true },
        new("head", Takes.Files, "qvz0123456789", "nc", "lines= bytes= quiet verbose silent") { IsTolerant = true },
        new("tail", Takes.Files, "qvz0123456789", "nc", "lines= bytes= quiet verbose silent") { IsTolerant = true },
        new("wc", Takes.Names, "clmwL", "", "lines words bytes chars max-line-length total=") { IsTolerant = true },
        new("cut", Takes.Files, "nsz", "bcdf", "bytes= characters= delimiter= fields= only-delimited complement "
            + "output-delimiter=") { IsTolerant = true },
        new("paste", Takes.Files, "sz", "d", "delimiters= serial") { IsTolerant = true },
        new("join", Takes.Files, "iz", "12aejotv", "header ignore-case check-order nocheck-order"),
        new("comm", Takes.Files, "123z", "", "check-order nocheck-order output-delimiter= total") { IsTolerant = true },
        new("column", Takes.Files, "texnLJ", "scNRHOoTW", "table separator= output-separator= columns= table-columns= json"),
        new("fold", Takes.Files, "bs", "w", "width= spaces") { IsTolerant = true },
        new("fmt", Takes.Files, "cstu", "w", "width=") { IsTolerant = true },
        new("expand unexpand", Takes.Files, "ai", "t", "tabs= all initial") { IsTolerant = true },
        new("rev", Takes.Files) { IsTolerant = true },
        new("strings", Takes.Files, "afow", "nte", "all bytes= radix="),
        new("od", Takes.Files, "abcdfhilosxv", "AjNtSw", "address-radix= skip-bytes= read-bytes= format= width?"),
        new("xxd", Takes.Files, "abeEipuC", "cglos") { Most = 1 },
        new("hexdump hd", Takes.Files, "bcCdovx", "ns"),
        new("base64 base32", Takes.Files, "diD", "w", "decode ignore-garbage wrap=") { Most = 1 },
        new("sort", Takes.Files, "bdfghiMnrRsuVzcCm", "kt", "numeric-sort reverse unique version-sort human-numeric-sort ignore-case key= "
            + "field-separator= "
            + "stable zero-terminated check general-numeric-sort month-sort random-sort dictionary-order"),
        new("uniq", Takes.Files, "cdDiuz", "fsw", "count repeated unique ignore-case skip-fields= skip-chars= check-chars=") { Most = 1 },
        new("diff", Takes.Files, "abBcdeEiNnpPqrstTuwyZ0123456789", "CFIUWx", "brief recursive unified? context? side-by-side ignore-all-space "
            + "ignore-space-change "
            + "ignore-blank-lines ignore-case new-file report-identical-files color? width= exclude= suppress-common-lines strip-trailing-cr "
            + "text minimal "
            + "label= ignore-matching-lines= left-column expand-tabs")
            { ReadsFolders = true },
        new("cmp", Takes.Files, "bls", "in", "print-bytes verbose quiet silent bytes= ignore-initial="),
        new("grep egrep fgrep", Takes.PatternAndFiles, "abcEFGHhiIlLnoPqrRsTUvVwxyzZ0123456789", "ABCDdem", "extended-regexp fixed-strings "
            + "basic-regexp perl-regexp regexp= "
            + "ignore-case no-ignore-case invert-match word-regexp line-regexp count color? colour? files-with-matches files-without-match "
            + "max-count= only-matching quiet "
            + "silent no-messages byte-offset with-filename no-filename line-number null text binary-files= directories= devices= exclude= "
            + "exclude-dir= include= recursive "
            + "dereference-recursive line-buffered after-context= before-context= context= initial-tab null-data label= help version")
            { IsTolerant = true, PatternOptions = "e regexp", ReadsFolders = true },
        new("rg", Takes.PatternAndFiles, "abcFhHiIlLnNoPpqsSUuvVwx0.", "ABCdEegjMmrTt", "after-context= before-context= context= color= colors= "
            + "column no-column count "
            + "count-matches fixed-strings files files-with-matches files-without-match glob= iglob= glob-case-insensitive hidden ignore-case "
            + "smart-case case-sensitive "
            + "invert-match json line-number no-line-number line-regexp max-columns= max-count= max-depth= max-filesize= multiline "
            + "multiline-dotall no-config no-filename "
            + "no-heading heading no-ignore no-ignore-vcs no-messages null only-matching passthru pcre2 pretty quiet regexp= replace= sort= "
            + "sortr= stats text trim type= "
            + "type-not= type-list unrestricted vimgrep with-filename word-regexp follow encoding= engine= threads= no-ignore-global "
            + "no-ignore-parent crlf version help")
            { PatternOptions = "e regexp files type-list version", ReadsFolders = true },
        new("fd fdfind", Takes.PatternAndFiles, "HIuispagFL10", "dtecEjS", "hidden no-ignore unrestricted case-sensitive ignore-case glob regex "
            + "fixed-strings absolute-path "
            + "max-depth= min-depth= type= extension= exclude= color= print0 full-path size= changed-within= changed-before= max-results= follow "
            + "exact-depth= strip-cwd-prefix")
            { ReadsFolders = true },
        new("jq", Takes.PatternAndFiles, "cCeMnrRSsjaV", "", "compact-output raw-output raw-input slurp null-input sort-keys join-output "
            + "color-output monochrome-output tab exit-status "
            + "ascii-output indent= version help"),
        new("tr", Takes.Texts, "cCdst", "", "complement delete squeeze-repeats truncate-set1") { IsTolerant = true },

        // Texts.
        new("echo", Takes.Texts, Any) { IsTolerant = true },
        new("true false :", Takes.Texts, Any) { IsTolerant = true },
        new("seq", Takes.Texts, "w0123456789", "fs", "equal-width separator= format="),
        new("expr", Takes.Texts),
        new("date", Takes.Texts, "uRI", "dr", "utc date= iso-8601? rfc-3339= rfc-email"),
        new("cal", Takes.Texts, "13jmyhs"),
        new("sleep", Takes.Texts) { Most = 1 },
        new("nproc arch tty groups uptime users who w whoami logname lscpu getconf locale", Takes.Nothing, "ahms"),
        new("factor", Takes.Texts),
        new("uname", Takes.Nothing, "asnrvmpio", "", "all kernel-name kernel-release machine operating-system"),
        new("hostname", Takes.Nothing, "fsidAI"),
        new("id", Takes.Texts, "ugGnrz") { Most = 1 },
        new("pwd", Takes.Nothing, "LP"),
        new("free", Takes.Nothing, "bkmghtwv", "", "human mega giga kilo total wide"),
        new("ps", Takes.Texts, "aAdefFlHjTwxuN", "CGoOptU", "sort= forest no-headers format= pid= ppid="),
        new("pgrep", Takes.Texts, "aflnovwxc", "dgGPstuU"),
        new("which", Takes.Texts, "as"),
        new("type", Takes.Texts, "atfpP"),
        new("wait break continue exit", Takes.Texts) { Most = 1 },
    ];

    private static readonly Dictionary<string, ReadingProgram> ByName = Index();

    public static ReadingProgram? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, ReadingProgram> Index()
    {
        var index = new Dictionary<string, ReadingProgram>(StringComparer.Ordinal);
        foreach (var program in All)
        {
            foreach (var name in program.Names.Split(' '))
                index[name] = program;
        }

        return index;
    }
}
