// The mail server of the tests: several listeners, each of which behaves in its own way. Writes what it receives as files, and where it listens into server.json.
// node server.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const folder = process.argv[2];
const [user, password] = ['ccri', 'a password of the tests'];
const mails = join(folder, 'mails');
mkdirSync(mails, { recursive: true });

const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Tests of CCRI tracking');
openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
openssl('x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', 'server.pem');
openssl('req', '-x509', ...key, '-keyout', 'stranger.key', '-out', 'stranger.pem', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost');
const certificate = name => ({ key: readFileSync(join(folder, `${name}.key`)), cert: readFileSync(join(folder, `${name}.pem`)) });

const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });
const after = (milliseconds, answer) => setTimeout(answer, milliseconds);
let count = 0;

// How it behaves is in the address: refused@, later@, slow@, stuck@.
const usual = {
  ...certificate('server'),
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
  logger: false,
  onAuth: (auth, session, answer) => answer(auth.username === user && auth.password === password ? null : refusal(535, 'Wrong user or password'), { user: auth.username }),
  onRcptTo: ({ address }, session, answer) => answer(
    address.startsWith('refused') ? refusal(550, 'No such mailbox') : address.startsWith('later') ? refusal(451, 'Come again later') : null),
  onData: (stream, session, answer) => {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(r => r.address);
      const file = join(mails, `${String(++count).padStart(6, '0')} ${to[0].replace(/[^\w.@-]/g, '_')}.json`); // so that a test opens only its own
      writeFileSync(`${file}.part`, JSON.stringify({ from: session.envelope.mailFrom.address, to, isSecure: session.secure, user: session.user ?? null, raw: Buffer.concat(chunks).toString('latin1') }));
      renameSync(`${file}.part`, file);
      if (to[0].startsWith('stuck')) return;
      if (to[0].startsWith('slow')) after(200, () => answer(null)); else answer(null);
    });
  },
};

const listeners = {
  right: usual,
  withoutStartTls: { ...usual, disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true },
  otherSignIn: { ...usual, authMethods: ['CRAM-MD5'], authOptional: true },
  refusesSignIn: { ...usual, authOptional: true, onAuth: (auth, session, answer) => answer(refusal(535, 'Not you')) },
  stranger: { ...usual, ...certificate('stranger') },
};
const ports = {};
for (const [name, options] of Object.entries(listeners)) {
  const server = new SMTPServer(options);
  server.on('error', () => {}); // a client that hangs up in the middle is part of the tests
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  ports[name] = server.server.address().port;
}
const said = join(folder, 'server.json');
writeFileSync(`${said}.part`, JSON.stringify({ host: 'localhost', ports, user, password, mails, authority: join(folder, 'ca.pem') }));
renameSync(`${said}.part`, said);
process.on('SIGTERM', () => process.exit(0));
