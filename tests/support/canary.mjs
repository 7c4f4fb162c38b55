/**
 * A world that notes who is asked: `node canary.mjs ADDRESS LOG KEY-AND-CERTIFICATE`. Answers every question for a name (those that begin with
 * `inside.` lead to a private address), takes every connection to port 443 of any address, and writes a line of JSON for
 * each. No certificate of it is trusted by anybody.
 */
import { createSocket } from 'node:dgram';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:tls';

const [address = '', log = '', pair = ''] = process.argv.slice(2);
/** @param {object} line */
const note = (line) => appendFileSync(log, `${JSON.stringify(line)}\n`);

const names = createSocket('udp4');
names.on('message', (question, from) => {
  const labels = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString());
    at += 1 + length;
  }
  const name = labels.join('.').toLowerCase();
  const isV4 = question.readUInt16BE(at + 1) === 1;
  note({ kind: 'name', name });
  const asked = question.subarray(12, at + 5);
  const found = name.startsWith('inside.') ? [10, 0, 0, 5] : [93, 184, 216, 34];
  const head = Buffer.from([...question.subarray(0, 2), 0x81, 0x80, 0, 1, 0, isV4 ? 1 : 0, 0, 0, 0, 0]);
  const answer = isV4 ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...found]) : Buffer.alloc(0);
  names.send(Buffer.concat([head, asked, answer]), from.port, from.address);
});
names.bind(53, address);

const doors = createServer({
  key: readFileSync(pair),
  cert: readFileSync(pair),
  SNICallback: (host, done) => {
    note({ kind: 'host', host });
    done(null);
  },
});
doors.on('connection', (socket) => note({ kind: 'connection', address: socket.localAddress }));
doors.on('tlsClientError', () => undefined);
doors.listen(443, '0.0.0.0', () => note({ kind: 'ready' }));
