namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that show what is in files.</summary>
/// <remarks>In the form that <see cref="ReadingPrograms"/> reads.</remarks>
internal static class ContentPrograms
{
    public static ReadOnlySpan<byte> All =>
        """
        cat: Files tolerant
         -AbeEnstTuv number number-nonblank show-all show-ends show-tabs squeeze-blank help version
        zcat|gzcat|bzcat|xzcat|zstdcat: Files
        tac: Files tolerant
         -br -s= before regex separator=
        nl: Files tolerant
         -p -bdfhilnsvw= body-numbering= number-width= number-format= starting-line-number=
        head: Files tolerant
         -qvz0123456789 -nc= lines= bytes= quiet verbose silent
        tail: Files tolerant
         -fFqvz0123456789 -nc= lines= bytes= quiet verbose silent follow? retry pid=
        wc: Names tolerant
         -clmwL lines words bytes chars max-line-length total=
        cut: Files tolerant
         -nsz -bcdf= bytes= characters= delimiter= fields= only-delimited complement output-delimiter=
        paste: Files tolerant
         -sz -d= delimiters= serial
        join: Files
         -iz -12aejotv= header ignore-case check-order nocheck-order
        comm: Files tolerant
         -123z check-order nocheck-order output-delimiter= total
        column: Files
         -texnLJ -scNRHOoTW= table separator= output-separator= columns= table-columns= json
        fold: Files tolerant
         -bs -w= width= spaces
        fmt: Files tolerant
         -cstu -w= width=
        expand|unexpand: Files tolerant
         -ai -t= tabs= all initial
        rev: Files tolerant
        strings: Files
         -afow -nte= all bytes= radix=
        od: Files
         -abcdfhilosxv -AjNtSw= address-radix= skip-bytes= read-bytes= format= width?
        xxd: Files once
         -abeEipuC -cglos=
        hexdump|hd: Files
         -bcCdovx -ns=
        base64|base32: Files once
         -diD -w= decode ignore-garbage wrap=
        sort: Files
         -bdfghiMnrRsuVzcCm -kt= numeric-sort reverse unique version-sort human-numeric-sort ignore-case key= field-separator= stable
         zero-terminated check general-numeric-sort month-sort random-sort dictionary-order
        uniq: Files once
         -cdDiuz -fsw= count repeated unique ignore-case skip-fields= skip-chars= check-chars=
        diff: Files folders
         -abBcdeEiNnpPqrstTuwyZ0123456789 -CFIUWx= brief recursive unified? context? side-by-side ignore-all-space ignore-space-change
         ignore-blank-lines ignore-case new-file report-identical-files color? width= exclude= suppress-common-lines strip-trailing-cr
         text minimal label= ignore-matching-lines= left-column expand-tabs
        cmp: Files
         -bls -in= print-bytes verbose quiet silent bytes= ignore-initial=
        grep|egrep|fgrep: PatternAndFiles tolerant folders
         -abcEFGHhiIlLnoPqrRsTUvVwxyzZ0123456789 -ABCDdm= -e~ extended-regexp fixed-strings basic-regexp perl-regexp regexp~ ignore-case
         no-ignore-case invert-match word-regexp line-regexp count color? colour? files-with-matches files-without-match max-count=
         only-matching quiet silent no-messages byte-offset with-filename no-filename line-number null text binary-files= directories=
         devices= exclude= exclude-dir= include< recursive dereference-recursive line-buffered after-context= before-context= context=
         initial-tab null-data label= help version
        rg: PatternAndFiles folders
         -abcFhHiIlLnNoPpqsSUuvVwx0. -ABCdEjMmrTt= -g< -e~ after-context= before-context= context= color= colors= column no-column count
         count-matches fixed-strings files! files-with-matches files-without-match glob< iglob< glob-case-insensitive hidden ignore-case
         smart-case case-sensitive invert-match json line-number no-line-number line-regexp max-columns= max-count= max-depth=
         max-filesize= multiline multiline-dotall no-config no-filename no-heading heading no-ignore no-ignore-vcs no-messages null
         only-matching passthru pcre2 pretty quiet regexp~ replace= sort= sortr= stats text trim type= type-not= type-list! unrestricted
         vimgrep with-filename word-regexp follow encoding= engine= threads= no-ignore-global no-ignore-parent crlf version! help
        fd|fdfind: PatternAndFiles folders
         -HIuispagFL10 -dtecEjS= hidden no-ignore unrestricted case-sensitive ignore-case glob regex fixed-strings absolute-path
         max-depth= min-depth= type= extension= exclude= color= print0 full-path size= changed-within= changed-before= max-results= follow
         exact-depth= strip-cwd-prefix
        jq: PatternAndFiles
         -cCeMnrRSsjaV compact-output raw-output raw-input slurp null-input sort-keys join-output color-output monochrome-output tab
         exit-status ascii-output indent= version help
        """u8;
}
