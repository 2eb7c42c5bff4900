namespace ContainerSecurity.Probing.Isolation;

/// <summary>What is tried from inside a container: a program for Node, which needs nothing else but, for echoes, Debian's perl-base.</summary>
internal static class IsolationScript
{
    /// <summary>Takes a list of attempts as JSON (<c>name, kind, target, port</c>) and prints an object of outcomes by name.</summary>
    public const string Whole = WaysOut + TamperScript.Text + Run;

    private const string WaysOut =
        """
        const { execFile } = require('node:child_process');
        const dgram = require('node:dgram');
        const dns = require('node:dns/promises');
        const fs = require('node:fs');
        const net = require('node:net');

        const limit = 6000;
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

        // Where the engine's resolver may ask nobody but this container, this says that there is no such name; a resolver that asks nobody is silent.
        function nobody() {
          const server = dgram.createSocket('udp4');
          server.on('error', () => {});
          server.on('message', (query, from) => {
            const answer = Buffer.from(query);
            answer.writeUInt16BE(0x8183, 2);
            server.send(answer, from.port, from.address);
          });
          server.bind(53, '127.0.0.1');
        }

        async function name({ target }) {
          const found = await within((done) => dns.resolve4(target).then(done, done));
          return Array.isArray(found) ? `reached: ${found.join(' ')}` : found.code ?? found;
        }

        const run = (program, ...words) => new Promise((done) => {
          execFile(program, words, { timeout: limit }, (error, out, said) => done({ error, out: out.trim(), said: said.trim() }));
        });

        async function perl(code, ...words) {
          const ended = await run('perl', '-MSocket', '-e', code, ...words);
          return ended.out || `unable: ${ended.said || ended.error?.code}`;
        }

        // An echo request by the kernel's own sockets for them, which need no capability.
        const echo = ({ target }) => perl(`
          socket(my $s, PF_INET, SOCK_DGRAM, 1) or do { print "unable: $!"; exit };
          my $at = pack_sockaddr_in(0, inet_aton($ARGV[0]));
          send($s, pack("CCnnna8", 8, 0, 0, 1, 1, "probe"), 0, $at) or do { print $!{ENETUNREACH} ? "ENETUNREACH" : "$!"; exit };
          my $set = ""; vec($set, fileno($s), 1) = 1;
          if (!select($set, undef, undef, 5)) { print "silent"; exit }
          print defined(recv($s, my $b, 100, 0)) ? "reached: answered" : $!{EHOSTUNREACH} ? "EHOSTUNREACH" : "$!";`, target);

        const raw = () => perl('print socket(my $s, PF_INET, SOCK_RAW, 1) ? "reached: opened" : $!{EPERM} ? "EPERM" : "$!";');

        const file = ({ target }) => (fs.existsSync(target) ? 'reached: exists' : 'ENOENT');

        async function sudo() {
          const { error } = await run('sudo', '-n', 'true');
          return !error ? 'reached: root' : error.code === 'ENOENT' ? 'ENOENT' : 'EPERM';
        }

        function rights() {
          const status = Object.fromEntries(fs.readFileSync('/proc/self/status', 'utf8').split('\n').map((line) => line.split(/:\s*/)));
          const sets = ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].filter((set) => !/^0+$/.test(status[set]));
          const found = sets.map((set) => `${set} ${status[set]}`);
          if (status.NoNewPrivs !== '1') found.push('no-new-privileges is not set');
          return found.length > 0 ? `reached: ${found.join(', ')}` : 'none';
        }

        // A text in the variables of any process, or in a small file of a folder where people put keys.
        function search({ target }) {
          const holds = (path) => {
            try { return fs.statSync(path).size < 65536 && fs.readFileSync(path, 'latin1').includes(target); } catch { return false; }
          };
          const below = (folder, depth) => {
            let entries = [];
            try { entries = fs.readdirSync(folder, { withFileTypes: true }); } catch { /* Not for this user. */ }
            return entries.flatMap((entry) => {
              const path = `${folder}/${entry.name}`;
              return entry.isDirectory() && depth > 0 ? below(path, depth - 1) : entry.isFile() ? [path] : [];
            });
          };
          const variables = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => `/proc/${name}/environ`);
          const files = ['/run', '/home', '/root', '/etc', '/tmp', '/workspace'].flatMap((folder) => below(folder, 3));
          const found = [...variables, ...files].filter(holds);
          return found.length > 0 ? `reached: ${found.slice(0, 3).join(' ')}` : 'none';
        }


        """;

    private const string Run =
        """
        const kinds = { tcp, udp, name, echo, raw, file, sudo, rights, search, ...tampering };
        const attempts = JSON.parse(process.argv[1]);
        const outcomes = {};

        // A few at a time: the kernel reports only so many unreachable neighbours a second (icmp(7), icmp_ratelimit), and silence proves nothing.
        async function all() {
          nobody();
          for (let at = 0; at < attempts.length; at += 3) {
            await Promise.all(attempts.slice(at, at + 3).map(async (attempt) => { outcomes[attempt.name] = await kinds[attempt.kind](attempt); }));
          }
        }

        const written = (hex) => hex.match(/../g).reverse().map((part) => parseInt(part, 16)).join('.');
        const number = (text) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

        // The kernel tells TCP that a neighbour is not there, but neither UDP nor echoes; its own table of neighbours tells for them.
        function nobodyAtTheGateways() {
          const rows = (file) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.trim().split(/\s+/));
          const routes = rows('/proc/net/route').map((row) => ({ to: written(row[1]), by: written(row[2]), mask: written(row[7]) }));
          const gateways = routes.filter((route) => route.by !== '0.0.0.0').map((route) => route.by);
          const neighbours = Object.fromEntries(rows('/proc/net/arp').map((row) => [row[0], row[2]]));
          const direct = routes.filter((route) => route.by === '0.0.0.0');
          const isBeyond = (target) => net.isIPv4(target)
            && !direct.some((route) => ((number(target) & number(route.mask)) >>> 0) === number(route.to));
          const nobody = gateways.length > 0 && gateways.every((gateway) => neighbours[gateway] === '0x0');
          for (const attempt of nobody ? attempts : []) {
            if (outcomes[attempt.name] === 'silent' && isBeyond(attempt.target)) outcomes[attempt.name] = 'no neighbour';
          }
        }

        all().then(nobodyAtTheGateways).then(() => { console.log(JSON.stringify(outcomes)); process.exit(0); });
        """;
}
