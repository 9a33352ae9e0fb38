// Answers to messages and counts its own starts, so that tests see it end and come back.
const api = globalThis.browser ?? globalThis.chrome;

api.runtime.onMessage.addListener((message, _sender, reply) => {
  if (message.kind === 'echo') reply({ echo: message.value });
  if (message.kind === 'fetch') {
    fetch(message.url).then(
      () => reply('reached'),
      () => reply('refused'),
    );
    return true;
  }
  return undefined;
});
