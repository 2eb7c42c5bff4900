namespace ContainerSecurity.Probing.Isolation;

/// <summary>
/// What is tried against what keeps an agent in, a part of <see cref="IsolationScript"/>: with Debian's perl-base and util-linux, for an image has
/// neither ip nor nft. Each attempt is harmless where it succeeds.
/// </summary>
internal static class TamperScript
{
    public const string Text =
        """

        // The names of errors as Node has them, where another program says them as numbers or in words.
        const refusal = 'sub refused { print $!{EPERM} ? "EPERM" : $!{EACCES} ? "EACCES" : "unable: $!"; exit } ';

        // A way to a network that is nobody's (RFC 5737) over the loopback device: netdevice(7), rtnetlink's older sibling SIOCADDRT.
        const route = () => perl(`${refusal}
          my $to = sub { pack("S n a4 x8", 2, 0, inet_aton($_[0])) };
          my $way = pack("x8 a16 a16 a16 S x6 x16 s x6 p x24", $to->("192.0.2.0"), $to->("0.0.0.0"), $to->("255.255.255.0"), 1, 0, "lo\\0");
          socket(my $s, PF_INET, SOCK_DGRAM, 0) or refused();
          ioctl($s, 0x890B, $way) or refused();
          ioctl($s, 0x890C, $way);
          print "reached: added";`);

        const address = () => perl(`${refusal}
          my $more = sub { pack("a16 S n a4 x16", "lo:9", 2, 0, inet_aton($_[0])) };
          socket(my $s, PF_INET, SOCK_DGRAM, 0) or refused();
          ioctl($s, 0x8916, $more->("192.0.2.1")) or refused();
          ioctl($s, 0x8916, $more->("0.0.0.0"));
          print "reached: added";`);

        // The kernel asks for the right to change the firewall before it reads what is asked (nfnetlink): here, to list tables.
        const firewall = () => perl(`${refusal}
          socket(my $s, 16, SOCK_RAW, 12) or refused();
          send($s, pack("L S S L L C C n", 20, 0x0A01, 0x5, 1, 0, 2, 0, 0), 0) or refused();
          my $set = ""; vec($set, fileno($s), 1) = 1;
          select($set, undef, undef, 3) or do { print "silent"; exit };
          recv($s, my $b, 4096, 0);
          $! = -unpack("x16 l", $b);
          refused() if $!{EPERM};
          print "reached: allowed";`);

        // Programs say errors in words.
        async function program(name, ...words) {
          const { error, said } = await run(name, ...words);
          if (!error) return 'reached: done';
          return error.code === 'ENOENT' ? 'unable: there is no such program'
            : /not permitted|must be superuser|only root/i.test(said) ? 'EPERM'
            : /denied/i.test(said) ? 'EACCES'
            : `unable: ${said}`;
        }

        const unshare = ({ target }) => program('unshare', target, 'true');

        async function mount({ target }) {
          if (target === '/') return program('mount', '-o', 'remount,bind,rw', '/');
          const outcome = await program('mount', '-t', 'tmpfs', 'none', target);
          if (outcome.startsWith('reached')) await run('umount', target);
          return outcome;
        }

        function append({ target }) {
          try { fs.closeSync(fs.openSync(target, fs.constants.O_WRONLY | fs.constants.O_APPEND)); } catch (error) { return error.code; }
          return 'reached: opened';
        }

        // Memory of processes of other users: whoever may open it may change it, and read what they were told.
        function others() {
          const own = process.getuid();
          const foreign = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
            try { return fs.statSync(`/proc/${name}`).uid !== own; } catch { return false; }
          });
          const outcomes = foreign.map((name) => {
            try { fs.closeSync(fs.openSync(`/proc/${name}/mem`, 'r+')); return `reached: opened ${name}`; } catch (error) { return error.code; }
          });
          return outcomes.find((outcome) => outcome.startsWith('reached')) ?? outcomes[0] ?? 'unable: there is no process of another user';
        }

        function create({ target }) {
          const path = `${target}/planted-${process.pid}`;
          try { fs.writeFileSync(path, ''); } catch (error) { return error.code; }
          fs.unlinkSync(path);
          return 'reached: created';
        }

        // Variables for a proxy (HTTPS_PROXY, http_proxy) lead here: does the proxy pass on what is not a model's?
        const forward = ({ target }) => within((done) => {
          let key = '';
          try { key = fs.readFileSync('/run/claude-code-proxy/client-key', 'latin1'); } catch { /* An ordinary container has none. */ }
          const socket = net.connect({ host: 'proxy', port: 8082 });
          let said = '';
          socket.once('connect', () => socket.write(`${target} HTTP/1.1\r\nHost: planted\r\nx-api-key: ${key}\r\nConnection: close\r\n\r\n`));
          socket.on('data', (part) => { said += part; });
          socket.once('error', (error) => done(error.code));
          socket.once('close', () => done(/^HTTP\/1\.1 [45]/.test(said) ? 'EACCES' : `reached: ${said.split('\r')[0].trim()}`));
        });

        const tampering = { route, address, firewall, unshare, mount, append, others, create, forward };

        """;
}
