namespace ContainerSecurity.Probing.Isolation;

/// <summary>What is planted as the outside: a program for Node whose servers answer everybody and say on standard output who asked.</summary>
internal static class OutsideScript
{
    /// <summary>The address of every name.</summary>
    public const string NamedAddress = "203.0.113.10";

    /// <summary>What it says when all servers listen.</summary>
    public const string Ready = "planted";

    public const string Text =
        $$"""
        const { createSocket } = require('node:dgram');
        const { createServer } = require('node:net');

        const say = (text) => process.stdout.write(`${text}\n`);
        let waiting = 0;
        const up = () => { if (--waiting === 0) say('{{Ready}}'); };

        for (const port of [22, 53, 80, 443, 8082]) {
          waiting++;
          createServer((socket) => {
            say(`tcp ${socket.localAddress} ${port}`);
            socket.on('error', () => {});
            socket.end('planted\n');
          }).listen({ host: '::', port, ipv6Only: false }, up);
        }

        for (const [port, type] of [[53, 'udp4'], [53, 'udp6'], [443, 'udp4'], [443, 'udp6']]) {
          waiting++;
          const server = createSocket({ type, ipv6Only: type === 'udp6' });
          server.on('message', (message, from) => {
            say(`${type} ${port} ${message.toString('latin1').replace(/[^a-z0-9]+/gi, '.')}`);
            server.send(port === 53 && message.length > 12 ? known(message) : message, from.port, from.address);
          });
          server.bind(port, up);
        }

        function known(query) {
          const head = Buffer.from(query.subarray(0, query.indexOf(0, 12) + 5));
          head.writeUInt16BE(0x8180, 2);
          head.writeUInt16BE(1, 6);
          head.writeUInt32BE(0, 8);
          const address = '{{NamedAddress}}'.split('.').map(Number);
          return Buffer.concat([head, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address])]);
        }

        """;
}
