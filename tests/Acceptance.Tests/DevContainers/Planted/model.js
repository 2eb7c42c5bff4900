// A model's server on port 8000, which says the same to everybody. It goes on where the servers of the suite's own outside end, and says as they do.
const answer = 'said by the planted model';

require('node:http').createServer((request, response) => {
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
}).listen(8000);
