// A real SMTP server for the tests: says its port, then one line of JSON for each message that it took.
// Options are one JSON object: busy (so many messages turned away for now at first), cut (so many connections cut in the middle of a
// message at first), key and cert (PEM: offers STARTTLS), login (offers AUTH LOGIN alone).
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

const options = JSON.parse(process.argv[2] ?? '{}');
let busy = options.busy ?? 0;
let cut = options.cut ?? 0;
const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  allowInsecureAuth: true,
  authMethods: options.login ? ['LOGIN'] : ['PLAIN', 'LOGIN'],
  ...(options.key ? { key: options.key, cert: options.cert } : { disabledCommands: ['STARTTLS'] }),
  onAuth: (auth, session, done) => done(auth.password === 'right' ? null : new Error('no'), { user: auth.username }),
  onRcptTo: (address, session, done) => address.address.startsWith('refused')
    ? done(Object.assign(new Error(`No such mailbox: ${address.address}`), { responseCode: 550 }))
    : done(),
  onData: async (stream, session, done) => {
    const chunks = [];
    if (cut-- > 0) {
      for (const connection of server.connections) connection._socket.destroy();
      return;
    }
    for await (const chunk of stream) chunks.push(chunk);
    if (busy-- > 0) return done(Object.assign(new Error('Busy'), { responseCode: 451 }));
    const raw = Buffer.concat(chunks);
    const mail = await simpleParser(raw);
    console.log(JSON.stringify({
      from: session.envelope.mailFrom.address,
      to: session.envelope.rcptTo.map(r => r.address),
      id: mail.messageId, subject: mail.subject, sender: mail.from.text, text: mail.text, html: mail.html, recipient: mail.to?.text ?? '',
      unsubscribe: mail.headerLines.find(h => h.key === 'list-unsubscribe')?.line,
      post: mail.headerLines.find(h => h.key === 'list-unsubscribe-post')?.line,
      secure: session.secure, user: session.user ?? null, raw: raw.toString('latin1'),
    }));
    done();
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
