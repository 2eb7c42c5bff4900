// What the tests plant as the outside: servers that answer everybody and say on standard output who asked. A model's server too, on port 8000.
import { createSocket } from 'node:dgram';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:net';

const say = (text) => process.stdout.write(`${text}\n`);
const answer = 'said by the planted model';

for (const port of [22, 53, 80, 443]) {
  createServer((socket) => {
    say(`tcp ${socket.localAddress} ${port}`);
    socket.on('error', () => {});
    socket.end('planted\n');
  }).listen({ host: '::', port, ipv6Only: false });
}

for (const [port, family] of [[53, 'udp4'], [53, 'udp6'], [443, 'udp4'], [443, 'udp6']]) {
  const server = createSocket({ type: family, ipv6Only: family === 'udp6' });
  server.on('message', (message, from) => {
    say(`${family} ${port} ${message.toString('latin1').replace(/[^a-z0-9]+/gi, '.')}`);
    server.send(port === 53 && message.length > 12 ? known(message) : message, from.port, from.address);
  });
  server.bind(port);
}

// Every name has the address 203.0.113.10.
function known(query) {
  const head = Buffer.from(query.subarray(0, query.indexOf(0, 12) + 5));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 10])]);
}

createHttp((request, response) => {
  let text = '';
  request.on('data', (part) => { text += part; });
  request.on('end', () => {
    say(`model ${request.headers.authorization}`);
    const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted' };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of [
      { ...chunk, choices: [{ index: 0, delta: { role: 'assistant', content: answer }, finish_reason: null }] },
      { ...chunk, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
      { ...chunk, choices: [], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } },
    ]) {
      response.write(`data: ${JSON.stringify(event)}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  });
}).listen(8000, () => say('planted'));
