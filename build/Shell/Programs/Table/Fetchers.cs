namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What brings something from the network.</summary>
internal static class Fetchers
{
    public static ReadOnlySpan<byte> All =>
        """
        @Aws region profile endpoint-url exclude include storage-class query output cli-read-timeout sse

        curl: Fetch
            values o>Output output>Output output-dir>Folder url>Address A b C c d D e E F H K m P Q r t T u U w x X y Y z user-agent cookie
            values cookie-jar data data-raw data-binary data-urlencode header form request user proxy cacert capath cert key max-time retry
            values retry-delay retry-max-time connect-timeout range referer resolve interface ciphers tls-max config write-out limit-rate json
            values upload-file proto proto-default proto-redir max-redirs dump-header netrc-file oauth2-bearer aws-sigv4 cert-type key-type pass
            values pinnedpubkey connect-to dns-servers noproxy proxy-user stderr trace trace-ascii variable engine
            flags O>RemoteName remote-name>RemoteName remote-name-all>RemoteName I>NoContent head>NoContent
        wget wget2: Fetch SavesByName
            values O>Output output-document>Output P>Folder directory-prefix>Folder i e U a o t T w Q l A R D I X B header user password tries
            values timeout user-agent post-data post-file body-data method ca-certificate certificate private-key progress level accept reject
            values secure-protocol wait waitretry limit-rate input-file base referer load-cookies save-cookies output-file append-output execute
            values dns-timeout connect-timeout read-timeout http-user http-password proxy-user proxy-password retry-on-http-error
            flags spider>NoContent
        aria2c: Fetch SavesByName
            values o>Output out>Output d>Folder dir>Folder x s j k m t l i checksum>Pin header user-agent split max-connection-per-server
        axel: Fetch SavesByName
            values o>Output output>Output n s m H U
        fetch: Fetch SavesByName
            values o>Output w T S B N
        http https xh xhs: Fetch
            values o>Output output>Output a auth s style p print session timeout verify proxy
        lynx links links2 elinks w3m: Fetch IsSingleDash
            values cfg useragent width accept_all_cookies
        lwp-request GET: Fetch
            values m b t i c p C H o
        lwp-download: Fetch SavesByName
        ftp lftp: Fetch SavesByName
            values o>Output c e p u
        nc ncat netcat telnet: Fetch FetchesAlways
            values p w s i x X e c q O I T V
        socat: Fetch FetchesAlways
        openssl: Fetch FetchesAlways IsSingleDash
            sub s_client
            values connect servername CAfile starttls
        dig host nslookup drill: Fetch FetchesAlways
            values t c p f k
        scp sftp: Fetch SavesByName
            values P i o F c l S J b
        rsync: Fetch SavesByName
            values e f rsh exclude include filter files-from rsync-path
        tftp: Fetch SavesByName
            values l>Output r>Address c b
        aws: Fetch SavesByName
            sub s3 cp|mv|sync
            values @Aws
        aws: Fetch SavesByName
            sub s3api get-object
            values @Aws bucket key
        gsutil: Fetch FetchesAlways
            sub cat
            values h o r
        gsutil: Fetch SavesByName
            sub cp|rsync|mv
            values h o
        gcloud: Fetch FetchesAlways
            sub storage cat
            values project account
        gcloud: Fetch SavesByName
            sub storage cp|rsync|mv
            values project account
        gcloud: Fetch FetchesAlways
            sub secrets versions
            values project account secret
        az: Fetch SavesByName
            sub storage blob download
            values f>Output file>Output n name c container-name account-name account-key
        azcopy: Fetch SavesByName
            sub copy|cp
        rclone: Fetch FetchesAlways
            sub cat
            values config
        rclone: Fetch SavesByName
            sub copy|copyto|copyurl|sync
            values config
        mc: Fetch FetchesAlways
            sub cat
        mc: Fetch SavesByName
            sub cp
        s3cmd: Fetch SavesByName
            sub get
            values c config access_key secret_key
        gh glab: Fetch FetchesAlways
            sub api
            values H X f F q t hostname cache input jq method header template
        gh: Fetch SavesByName
            sub release download
            values O>Output output>Output D>Folder dir>Folder R p repo pattern A archive
        gh: Fetch FetchesAlways
            sub gist view
            values f filename
        oras: Fetch SavesByName
            sub pull
            values o>Folder output>Folder u p
        ipfs: Fetch FetchesAlways
            sub cat
        ipfs: Fetch SavesByName
            sub get
            values o>Output output>Output
        svn: Fetch FetchesAlways
            sub cat
            values r revision
        svn: Clone
            sub checkout|co|export
            values r>Pin revision>Pin username password
        hg: Clone
            sub clone
            values r>Pin rev>Pin u>Pin updaterev>Pin b branch e ssh
        git: Clone
            sub clone
            values b>Variable branch>Variable revision>Pin o depth reference template u upload-pack c config j jobs separate-git-dir filter C origin
            values shallow-since shallow-exclude
        gh: Clone
            sub repo clone
            ends-after 4
        git: Other
            sub checkout|switch|reset|verify-tag|verify-commit|fetch|pull|submodule|init|remote
            values C>Folder b B c
        git: Other
            values C>Folder c
        gh glab hub: Other
        """u8;
}
