namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that show names, sizes and digests of files.</summary>
/// <remarks>In the form that <see cref="ReadingPrograms"/> reads.</remarks>
internal static class ListingPrograms
{
    public static ReadOnlySpan<byte> All =>
        """
        ls|dir|vdir: Names tolerant folders
         -1aAbBcCdfFgGhHiklLmnNopqQrRsStuUvxXZ -ITw= all almost-all human-readable recursive reverse size inode directory classify
         group-directories-first no-group numeric-uid-gid author full-time si dereference color? time= time-style= sort= ignore= hide=
         format= indicator-style= width= help version
        tree: Names folders
         -adfilpsugDhFrtcUQNACSvx -LIP= noreport dirsfirst prune du si gitignore charset= sort= filelimit= timefmt= inodes device help
         version
        eza|exa: Names folders
         -1aAlhgGiHRTFdrsDSUumbx@ -LIt= all long tree git header recurse icons? level= sort= color= ignore-glob= git-ignore no-user
         no-permissions
        du: Names tolerant folders
         -abchHkLmsSx0D -dtB= all apparent-size bytes total human-readable summarize max-depth= exclude= threshold= si block-size= time?
        df: Names tolerant
         -ahHiklPTx -tB= all human-readable inodes local portability total type= exclude-type= si output?
        stat: Names tolerant
         -fLtnqrsx -c= format= printf= dereference file-system terse
        file: Names
         -bhiLkNnr0 -eF= brief mime mime-type mime-encoding dereference no-dereference keep-going separator=
        realpath: Names tolerant
         -emLPqsz canonicalize-existing canonicalize-missing relative-to= relative-base= no-symlinks
        readlink: Names tolerant
         -femnqsvz canonicalize canonicalize-existing canonicalize-missing no-newline
        basename: Texts tolerant
         -az -s= multiple suffix= zero
        dirname: Texts tolerant
         -z zero
        md5sum|sha1sum|sha224sum|sha256sum|sha384sum|sha512sum|b2sum: Names tolerant
         -btz -l= tag text binary zero
        cksum|sum: Names
         -rs -a= algorithm= tag
        tar tf|tvf|tzf|tjf|tJf|tvzf|tzvf|ztvf|-tf|-tvf|-tzf|-tjf|-tJf|-tvzf|-tzvf|-ztvf: Names
        unzip -l|-lv|-v|-Z|-Z1|-t|-tq: Names
        zipinfo: Names
         -12smlvhtTz
        """u8;
}
