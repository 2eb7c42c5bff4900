namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>Package managers, each with the words after which packages follow.</summary>
internal static class Installers
{
    public static ReadOnlySpan<byte> All =>
        """
        @Apt o t c option target-release config-file a host-architecture
        @Dnf c config repo repoid enablerepo disablerepo x exclude releasever installroot setopt
        @Pip r>Input requirement>Input c constraint i index-url extra-index-url t target f find-links e>Address editable>Address prefix root
        @Pip cache-dir trusted-host platform python-version proxy timeout
        @Npm prefix registry C w workspace cache userconfig loglevel tag omit include save-prefix
        @Uv p python from>Address with>Address index-url extra-index-url index default-index directory project c constraint group extra
        @Uv with-requirements

        apt-get apt aptitude: Install
            sub install|build-dep|reinstall
            values @Apt
        apt-get apt aptitude: Other
            values @Apt
        dpkg: Install
            values root admindir instdir
            flags i>Extract install>Extract unpack>Extract
        apk: Install
            sub add
            values X repository t virtual p root keys-dir repositories-file
        apk: Other
            values X repository p root
        dnf dnf5 yum tdnf: Install
            sub install|localinstall|groupinstall|reinstall
            values @Dnf
        microdnf: Install
            sub install
            values @Dnf
        dnf dnf5 yum tdnf microdnf: Other
            values @Dnf
        rpm: Install
            values define root dbpath prefix relocate
            flags i>Extract U>Extract F>Extract install>Extract upgrade>Extract freshen>Extract q>NoContent query>NoContent V>NoContent e>NoContent
            flags import>NoContent K>Check checksig>Check
        zypper: Install
            sub install|in
            values r repo from name t type R root
        zypper: Other
            values r repo R root
        pacman: Install
            values r root b dbpath config
            flags S>Extract U>Extract Q>NoContent R>NoContent
        pip: Install
            sub install
            values @Pip
            flags require-hashes>Pin
        pip: Install
            sub wheel
            values @Pip
            flags require-hashes>Pin
        pip: Other
            values proxy timeout cache-dir
        pipx: Install
            sub install
            values spec>Address python pip-args index-url
        pipx: Install
            sub run
            values spec>Address python pip-args index-url
            ends-after 2
        easy_install: Install
            values i index-url f d
        uvx: Install
            values @Uv
            ends-after 1
        uv: Install
            sub add
            values @Uv
        uv: Install
            sub pip install
            values @Pip p python
            flags require-hashes>Pin
        uv: Install
            sub tool install
            values @Uv
        uv: Install
            sub tool run
            values @Uv
            ends-after 3
        uv: Wrap
            sub run
            values @Uv
            ends-after 2
        uv: Install
            sub install
            values @Uv
        npm: Install
            sub install|i|add|ci
            values @Npm
        npm: Install
            sub exec|x
            values @Npm p>Address package>Address c call
            ends-after 2
        npm: Other
            values @Npm
        npx: Install
            values p>Address package>Address c call
            ends-after 1
        yarn: Install
            sub add|install
            values cwd modules-folder registry
        yarn: Install
            sub global add
            values prefix cwd registry
        yarn: Install
            sub dlx
            values p>Address package>Address
            ends-after 2
        pnpm: Install
            sub add|install|i
            values C dir filter registry store-dir
        pnpm: Install
            sub dlx
            values package>Address
            ends-after 2
        gem: Install
            sub install
            values v version i install-dir n bindir s source P trust-policy
        cargo: Install
            sub install
            values git>Address rev>Pin tag branch path version vers root target features F j jobs registry index profile
        cargo: Install
            sub binstall
            values version targets install-path git>Address
        go: Install IsSingleDash
            sub install|get
            values ldflags tags o mod p gcflags modfile
        go: Install IsSingleDash
            sub run
            values ldflags tags o mod p exec gcflags modfile
            ends-after 2
        brew: Install
            sub install
            values cc
        snap: Install
            sub install
            values channel revision
        flatpak: Install
            sub install
            values arch
        conda mamba micromamba: Install
            sub install|create
            values n name p prefix c channel f>Input file>Input
        composer: Install
            sub require|install
            values d working-dir
        composer: Install
            sub global require
            values d working-dir
        dotnet: Install
            sub tool install|update|run
            values version tool-path add-source framework v
        dotnet: Install
            sub workload install
            values version source
        luarocks opam: Install
            sub install
            values server tree
        cpan cpanm: Install
            values l M mirror
        helm: Install
            sub plugin install
            values version
        ansible-galaxy: Install
            sub install|collection
            values r p
        """u8;
}
