namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that work with texts or tell of the machine; and at the end those that write, for <see cref="WriteCheck"/>.</summary>
/// <remarks>In the form that <see cref="ReadingPrograms"/> reads.</remarks>
internal static class TextPrograms
{
    public static ReadOnlySpan<byte> All =>
        """
        tr: Texts tolerant
         -cCdst complement delete squeeze-repeats truncate-set1
        echo: Texts tolerant
        true|false|:: Texts tolerant
        seq: Texts
         -w0123456789 -fs= equal-width separator= format=
        expr: Texts
        date: Texts
         -uRI -dr= utc date= iso-8601? rfc-3339= rfc-email
        cal: Texts
         -13jmyhs
        sleep: Texts once
        nproc|arch|tty|groups|uptime|users|who|w|whoami|logname|lscpu|getconf|locale: Nothing
         -ahms
        factor: Texts
        uname: Nothing
         -asnrvmpio all kernel-name kernel-release machine operating-system
        hostname: Nothing
         -fsidAI
        id: Texts once
         -ugGnrz
        pwd: Nothing
         -LP
        free: Nothing
         -bkmghtwv human mega giga kilo total wide
        ps: Texts
         -aAdefFlHjTwxuN -CGoOptU= sort= forest no-headers format= pid= ppid=
        pgrep: Texts
         -aflnovwxc -dgGPstuU=
        which: Texts
         -as
        type: Texts
         -atfpP
        wait|break|continue|exit: Texts once
        printenv: Texts
        mkdir: Names
         -pv parents verbose
        touch: Names
         -acm no-create
        tee: Names
         -a append
        cp: Names
         -fnpuv force no-clobber preserve? update verbose
        mv: Names
         -fnv force no-clobber verbose
        """u8;
}
