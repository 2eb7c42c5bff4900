namespace ContainerSecurity.Probing;

/// <summary>What is tried from inside a container: a program for Node, which needs nothing else but, for echoes, Debian's perl-base.</summary>
internal static class IsolationScript
{
    /// <summary>Takes a list of attempts as JSON (<c>name, kind, target, port</c>) and prints an object of outcomes by name.</summary>
    public const string Text =
        """
        const { spawnSync } = require('node:child_process');
        const dgram = require('node:dgram');
        const dns = require('node:dns/promises');
        const fs = require('node:fs');
        const net = require('node:net');

        const limit = 8000;
        const within = (start) => new Promise((done) => {
          const timer = setTimeout(() => done('silent'), limit);
          start((outcome) => { clearTimeout(timer); done(outcome); });
        });

        function tcp({ target, port }) {
          return within((done) => {
            const socket = net.connect({ host: target, port });
            socket.once('connect', () => { socket.destroy(); done('reached: connected'); });
            socket.once('error', (error) => done(error.code === 'ECONNREFUSED' ? 'reached: refused' : error.code));
          });
        }

        function udp({ target, port }) {
          return within((done) => {
            const socket = dgram.createSocket(target.includes(':') ? 'udp6' : 'udp4');
            socket.once('error', (error) => done(error.code === 'ECONNREFUSED' ? 'reached: refused' : error.code));
            socket.once('message', () => { socket.close(); done('reached: answered'); });
            socket.connect(port, target, (error) => {
              if (error) { done(error.code); return; }
              socket.send('probe');
            });
          });
        }

        async function name({ target }) {
          try {
            const found = await within((done) => dns.resolve4(target).then(done, done));
            return Array.isArray(found) ? `reached: ${found.join(' ')}` : found.code ?? found;
          } catch (error) { return error.code; }
        }

        function perl(code, ...words) {
          const ended = spawnSync('perl', ['-MSocket', '-e', code, ...words], { encoding: 'utf8', timeout: limit });
          return ended.error ? `unable: ${ended.error.code}` : ended.stdout.trim() || `unable: ${ended.stderr.trim()}`;
        }

        // An echo request by the kernel's own sockets for them, which need no capability.
        const echo = ({ target }) => perl(`
          socket(my $s, PF_INET, SOCK_DGRAM, 1) or do { print "unable: $!"; exit };
          my $at = pack_sockaddr_in(0, inet_aton($ARGV[0]));
          send($s, pack("CCnnna8", 8, 0, 0, 1, 1, "probe"), 0, $at) or do { print $!{ENETUNREACH} ? "ENETUNREACH" : "$!"; exit };
          my $set = ""; vec($set, fileno($s), 1) = 1;
          if (!select($set, undef, undef, 6)) { print "silent"; exit }
          print defined(recv($s, my $b, 100, 0)) ? "reached: answered" : $!{EHOSTUNREACH} ? "EHOSTUNREACH" : "$!";`, target);

        const raw = () => perl('print socket(my $s, PF_INET, SOCK_RAW, 1) ? "reached: opened" : $!{EPERM} ? "EPERM" : "$!";');

        const file = ({ target }) => (fs.existsSync(target) ? 'reached: exists' : 'ENOENT');

        function sudo() {
          const ended = spawnSync('sudo', ['-n', 'true'], { timeout: limit });
          return ended.error ? ended.error.code : ended.status === 0 ? 'reached: root' : 'EPERM';
        }

        function rights() {
          const status = Object.fromEntries(fs.readFileSync('/proc/self/status', 'utf8').split('\n').map((line) => line.split(/:\s*/)));
          const sets = ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].filter((set) => !/^0+$/.test(status[set]));
          const found = sets.map((set) => `${set} ${status[set]}`);
          if (status.NoNewPrivs !== '1') found.push('no-new-privileges is not set');
          return found.length > 0 ? `reached: ${found.join(', ')}` : 'none';
        }

        const kinds = { tcp, udp, name, echo, raw, file, sudo, rights };
        const attempts = JSON.parse(process.argv[1]);
        Promise.all(attempts.map(async (attempt) => [attempt.name, await kinds[attempt.kind](attempt)]))
          .then((outcomes) => { console.log(JSON.stringify(Object.fromEntries(outcomes))); process.exit(0); });
        """;
}
