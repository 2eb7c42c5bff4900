namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What brings something from the network.</summary>
internal static class Fetchers
{
    public static ProgramSpec[] All { get; } =
    [
        new("curl", Act.Fetch)
        {
            Values = "o>Output output>Output output-dir>Folder url>Address A b C c d D e E F H K m P Q r t T u U w x X y Y z user-agent cookie "
                + "cookie-jar data data-raw data-binary data-urlencode header form request user proxy cacert capath cert key max-time retry "
                + "retry-delay retry-max-time connect-timeout range referer resolve interface ciphers tls-max config write-out limit-rate json "
                + "upload-file proto proto-default proto-redir max-redirs dump-header netrc-file oauth2-bearer aws-sigv4 cert-type key-type pass "
                + "pinnedpubkey connect-to dns-servers noproxy proxy-user stderr trace trace-ascii variable engine",
            Flags = "O>RemoteName remote-name>RemoteName remote-name-all>RemoteName I>NoContent head>NoContent",
        },
        new("wget wget2", Act.Fetch)
        {
            SavesByName = true,
            Values = "O>Output output-document>Output P>Folder directory-prefix>Folder i e U a o t T w Q l A R D I X B header user password tries "
                + "timeout user-agent post-data post-file body-data method ca-certificate certificate private-key progress level accept reject "
                + "secure-protocol wait waitretry limit-rate input-file base referer load-cookies save-cookies output-file append-output execute "
                + "dns-timeout connect-timeout read-timeout http-user http-password proxy-user proxy-password retry-on-http-error",
            Flags = "spider>NoContent",
        },
        new("aria2c", Act.Fetch)
        {
            SavesByName = true,
            Values = "o>Output out>Output d>Folder dir>Folder x s j k m t l i checksum>Pin header user-agent split max-connection-per-server",
        },
        new("axel", Act.Fetch) { SavesByName = true, Values = "o>Output output>Output n s m H U" },
        new("fetch", Act.Fetch) { SavesByName = true, Values = "o>Output w T S B N" },
        new("http https xh xhs", Act.Fetch) { Values = "o>Output output>Output a auth s style p print session timeout verify proxy" },
        new("lynx links links2 elinks w3m", Act.Fetch) { IsSingleDash = true, Values = "cfg useragent width accept_all_cookies" },
        new("lwp-request GET", Act.Fetch) { Values = "m b t i c p C H o" },
        new("lwp-download", Act.Fetch) { SavesByName = true },
        new("ftp lftp", Act.Fetch) { SavesByName = true, Values = "o>Output c e p u" },
        new("nc ncat netcat telnet", Act.Fetch) { FetchesAlways = true, Values = "p w s i x X e c q O I T V" },
        new("socat", Act.Fetch) { FetchesAlways = true },
        new("openssl", Act.Fetch) { Sub = "s_client", FetchesAlways = true, IsSingleDash = true, Values = "connect servername CAfile starttls" },
        new("dig host nslookup drill", Act.Fetch) { FetchesAlways = true, Values = "t c p f k" },
        new("scp sftp", Act.Fetch) { SavesByName = true, Values = "P i o F c l S J b" },
        new("rsync", Act.Fetch) { SavesByName = true, Values = "e f rsh exclude include filter files-from rsync-path" },
        new("tftp", Act.Fetch) { SavesByName = true, Values = "l>Output r>Address c b" },
        new("aws", Act.Fetch) { Sub = "s3 cp|mv|sync", SavesByName = true, Values = Aws },
        new("aws", Act.Fetch) { Sub = "s3api get-object", SavesByName = true, Values = Aws + " bucket key" },
        new("gsutil", Act.Fetch) { Sub = "cat", FetchesAlways = true, Values = "h o r" },
        new("gsutil", Act.Fetch) { Sub = "cp|rsync|mv", SavesByName = true, Values = "h o" },
        new("gcloud", Act.Fetch) { Sub = "storage cat", FetchesAlways = true, Values = "project account" },
        new("gcloud", Act.Fetch) { Sub = "storage cp|rsync|mv", SavesByName = true, Values = "project account" },
        new("gcloud", Act.Fetch) { Sub = "secrets versions", FetchesAlways = true, Values = "project account secret" },
        new("az", Act.Fetch)
        {
            Sub = "storage blob download", SavesByName = true, Values = "f>Output file>Output n name c container-name account-name account-key",
        },
        new("azcopy", Act.Fetch) { Sub = "copy|cp", SavesByName = true },
        new("rclone", Act.Fetch) { Sub = "cat", FetchesAlways = true, Values = "config" },
        new("rclone", Act.Fetch) { Sub = "copy|copyto|copyurl|sync", SavesByName = true, Values = "config" },
        new("mc", Act.Fetch) { Sub = "cat", FetchesAlways = true },
        new("mc", Act.Fetch) { Sub = "cp", SavesByName = true },
        new("s3cmd", Act.Fetch) { Sub = "get", SavesByName = true, Values = "c config access_key secret_key" },
        new("gh glab", Act.Fetch) { Sub = "api", FetchesAlways = true, Values = "H X f F q t hostname cache input jq method header template" },
        new("gh", Act.Fetch)
        {
            Sub = "release download", SavesByName = true, Values = "O>Output output>Output D>Folder dir>Folder R p repo pattern A archive",
        },
        new("gh", Act.Fetch) { Sub = "gist view", FetchesAlways = true, Values = "f filename" },
        new("oras", Act.Fetch) { Sub = "pull", SavesByName = true, Values = "o>Folder output>Folder u p" },
        new("ipfs", Act.Fetch) { Sub = "cat", FetchesAlways = true },
        new("ipfs", Act.Fetch) { Sub = "get", SavesByName = true, Values = "o>Output output>Output" },
        new("svn", Act.Fetch) { Sub = "cat", FetchesAlways = true, Values = "r revision" },
        new("svn", Act.Clone) { Sub = "checkout|co|export", Values = "r>Pin revision>Pin username password" },
        new("hg", Act.Clone) { Sub = "clone", Values = "r>Pin rev>Pin u>Pin updaterev>Pin b branch e ssh" },
        new("git", Act.Clone)
        {
            Sub = "clone",
            Values = "b>Variable branch>Variable revision>Pin o depth reference template u upload-pack c config j jobs separate-git-dir filter "
                + "C origin shallow-since shallow-exclude",
        },
        new("gh", Act.Clone) { Sub = "repo clone", EndsAfter = 4 },
        new("git", Act.Other) { Sub = "checkout|switch|reset|verify-tag|verify-commit|fetch|pull|submodule|init|remote", Values = "C>Folder b B c" },
        new("git", Act.Other) { Values = "C>Folder c" },
        new("gh glab hub", Act.Other),
    ];

    private const string Aws = "region profile endpoint-url exclude include storage-class query output cli-read-timeout sse";
}
