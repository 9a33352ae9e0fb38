/** The least that a Fastify server can do with a report: read its JSON and answer 201. A process of its own. */
import fastify from 'fastify';

const app = fastify();
app.addContentTypeParser('application/ld+json', { parseAs: 'string' }, (_request, body, done) =>
  done(null, JSON.parse(body.toString())),
);
app.post('/annotations/', async (_request, reply) => reply.code(201).send({ stored: true }));
console.log(`Serving ${await app.listen({ host: '127.0.0.1', port: 0 })}/`);
