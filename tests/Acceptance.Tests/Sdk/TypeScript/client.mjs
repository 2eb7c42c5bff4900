// Each line of stdin is one call of the official client; each gives one line with the result or the error on stdout, and before it the first text of a stream.
import { createInterface } from 'node:readline';
import Anthropic from '@anthropic-ai/sdk';

const tell = words => process.stdout.write(`${JSON.stringify(words)}\n`);

async function call({ operation, request, ...options }) {
  const client = new Anthropic(options);
  switch (operation) {
    case 'create':
      return client.messages.create(request);
    case 'stream': {
      const stream = client.messages.stream(request);
      stream.once('text', text => tell({ text }));
      return stream.finalMessage();
    }
    case 'count':
      return client.messages.countTokens(request);
    case 'models': {
      const models = [];
      for await (const model of client.models.list(request)) models.push(model);
      return models;
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    tell({ result: await call(JSON.parse(line)) });
  } catch (error) {
    tell({ error: { kind: error.constructor.name, status: error.status ?? 0, type: error.error?.error?.type ?? '', message: error.message } });
  }
}
