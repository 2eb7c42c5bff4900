// Is this container isolated? Exit 0 when nothing but the proxy answers it; else exit 1 with a line for each fault. Silence within the time limit is a
// fault too: only "unreachable" proves that there is no way. Needs nothing but Node.
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { resolve4 } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

const proxy = { host: 'proxy', port: 8082 };
const keyFile = '/run/claude-code-proxy/client-key';
const limit = 10_000;

// Well-known servers that answer everybody who has a way out, and the address at which clouds tell secrets to their machines.
const outside = [['1.1.1.1', 443], ['8.8.8.8', 53], ['2606:4700:4700::1111', 443], ['169.254.169.254', 80]];
const sockets = ['/run/docker.sock', '/var/run/docker.sock', '/run/podman/podman.sock', '/run/containerd/containerd.sock'];
const unreachable = ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

const faults = [];
const read = (file) => readFileSync(file, 'utf8');

function attempt(host, port) {
  return new Promise((done) => {
    const socket = connect({ host, port });
    const end = (outcome) => { socket.destroy(); done(outcome); };
    socket.setTimeout(limit, () => end('no answer in time'));
    socket.once('connect', () => end('connected'));
    socket.once('error', (error) => end(error.code));
  });
}

async function mustBeUnreachable(host, port, what) {
  const outcome = await attempt(host, port);
  if (!unreachable.includes(outcome)) {
    faults.push(`${what} can be reached: ${host} port ${port}: ${outcome}`);
  }
}

// compose.yaml names this container as the only server that the engine's resolver may ask. So a name that nobody knows must come back here.
async function namesMustStayHere() {
  const name = `${randomBytes(8).toString('hex')}.example.com`;
  const server = createSocket('udp4');
  let asked = false;
  server.on('message', (query, from) => {
    asked ||= query.includes(name.split('.')[0]);
    const answer = Buffer.from(query);
    answer.writeUInt16BE(0x8183, 2); // a response: there is no such name
    server.send(answer, from.port, from.address);
  });
  await bind(server);
  const outcome = await Promise.race([
    resolve4(name).then((found) => found.join(', '), (error) => error.code),
    new Promise((done) => setTimeout(done, limit, 'no answer in time').unref()),
  ]);
  server.close();
  if (!asked || outcome !== 'ENOTFOUND') {
    faults.push(`names of the outside are looked up elsewhere: ${name}: ${outcome}`);
  }
}

// Another run of this probe may have the port for a moment.
async function bind(server) {
  for (let again = 20; again > 0; again--) {
    const outcome = await new Promise((done) => {
      server.once('error', done);
      server.bind(53, '127.0.0.1', () => done(null));
    });
    server.removeAllListeners('error');
    if (outcome === null) {
      return;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  server.on('error', () => {});
}

const number = (address) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const written = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

// Where an engine puts the host on a container's network: at the gateway, or at the first address.
async function hosts() {
  const own = Object.values(networkInterfaces()).flat().filter((address) => !address.internal);
  if (own.length !== 1 || own[0].family !== 'IPv4') {
    faults.push(`there is more than one network here: ${own.map((address) => address.cidr).join(', ')}`);
  }
  const first = own.filter((address) => address.family === 'IPv4')
    .map((address) => written(((number(address.address) & number(address.netmask)) >>> 0) + 1));
  const gateways = read('/proc/net/route').split('\n').slice(1).map((line) => line.split('\t')[2]).filter((hex) => hex && hex !== '00000000')
    .map((hex) => hex.match(/../g).reverse().map((part) => parseInt(part, 16)).join('.'));
  const known = [...own.map((address) => address.address), ...await resolve4(proxy.host).catch(() => [])];
  return [...new Set([...first, ...gateways])].filter((address) => !known.includes(address));
}

async function proxyMustAnswer() {
  try {
    const answer = await fetch(`http://${proxy.host}:${proxy.port}/v1/models`, {
      headers: { 'x-api-key': read(keyFile) },
      signal: AbortSignal.timeout(limit),
    });
    if (answer.status !== 200) {
      faults.push(`the proxy answers with status ${answer.status}; see its log`);
    }
  } catch (error) {
    faults.push(`the proxy does not answer: ${error.cause?.code ?? error.message}`);
  }
}

function rights() {
  const status = Object.fromEntries(read('/proc/self/status').split('\n').map((line) => line.split(/:\s*/)));
  for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].filter((name) => !/^0+$/.test(status[name]))) {
    faults.push(`there are capabilities: ${set} ${status[set]}`);
  }
  if (status.NoNewPrivs !== '1') {
    faults.push('programs may raise their rights: no-new-privileges is not set');
  }
  if (process.getuid() === 0) {
    faults.push('this is root');
  }
  faults.push(...sockets.filter(existsSync).map((path) => `the engine can be commanded: ${path}`));
}

rights();
await Promise.all([
  ...outside.map(([host, port]) => mustBeUnreachable(host, port, 'the outside')),
  ...(await hosts()).map((host) => mustBeUnreachable(host, 9, 'the host')),
  namesMustStayHere(),
  proxyMustAnswer(),
]);
console.log(faults.length === 0 ? 'isolated: nothing answers but the proxy' : faults.map((fault) => `not isolated: ${fault}`).join('\n'));
process.exit(faults.length === 0 ? 0 : 1);
