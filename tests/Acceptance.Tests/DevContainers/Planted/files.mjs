// Serves the files of a folder on loopback: node files.mjs FOLDER PORT
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

const [folder, port] = process.argv.slice(2);
createServer((request, response) => {
  const file = join(folder, basename(request.url));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1', () => console.log('planted'));
