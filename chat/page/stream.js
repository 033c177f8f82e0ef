// Gradio's page hears what comes of its events on a stream that the server ends whenever nothing is at work. An event that was sent just
// before the page heard of that end is taken for one of the stream that has ended: nothing comes of it until something else is pressed.
// Here the stream goes on over its end as long as something that was sent is not done.
(() => {
  const fetched = window.fetch;
  const sending = new Set(); // events on their way to the server
  const open = new Set(); // the ids of those that it took
  const early = new Set(); // the ids of those that were done before they were known here

  window.fetch = (...wanted) => {
    const path = new URL(wanted[0].url ?? wanted[0], document.baseURI).pathname;
    if (path.endsWith('/queue/join')) return sent(fetched(...wanted));
    if (path.endsWith('/queue/data')) return followed(new Request(...wanted));
    return fetched(...wanted);
  };

  function sent(answer) {
    const taken = answer.then((response) => response.clone().json()).then(({ event_id: id }) => {
      if (id && !early.delete(id)) open.add(id);
    }).catch(() => { /* refused, or no server: Gradio says so */ }).finally(() => sending.delete(taken));
    sending.add(taken);
    return taken.then(() => answer);
  }

  // Whether the stream ends with this message, as far as the server is concerned.
  function ends(message) {
    if (!/"(process_completed|close_stream)"/.test(message)) return false;
    const { msg, event_id: id } = JSON.parse(message.slice('data: '.length));
    if (msg === 'process_completed' && !open.delete(id)) early.add(id);
    return msg === 'close_stream';
  }

  async function* messages(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const whole = (text + part.value).split('\n\n');
      text = whole.pop();
      yield* whole;
    }
  }

  // Passes on what comes, up to an end that is one.
  async function pass(response, request, to) {
    const encoder = new TextEncoder();
    for await (const message of messages(response)) {
      if (ends(message)) {
        await Promise.all(sending);
        if (open.size) { await pass(await asked(request), request, to); return; }
        to.enqueue(encoder.encode(`${message}\n\n`));
        break;
      }
      to.enqueue(encoder.encode(`${message}\n\n`));
    }
    to.close();
  }

  async function asked(request) {
    const response = await fetched(request.clone());
    if (!response.ok) throw response;
    return response;
  }

  async function followed(request) {
    const first = await asked(request);
    const start = (to) => { pass(first, request, to).catch((error) => to.error(error)); };
    return new Response(new ReadableStream({ start }), first);
  }
})();
