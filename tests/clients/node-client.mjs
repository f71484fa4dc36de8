// Drives one released client: a step every 50 ms until standard input ends, then drains and prints what was made of it.
//   node node-client.mjs segment|rudder HOST KEY
import { gunzipSync } from 'node:zlib';

const [, , kind, host, key] = process.argv;
const users = 5;
const made = [];
const failed = [];

const clients = {
  async segment() {
    const { Analytics } = await import('@segment/analytics-node');
    const client = new Analytics({ writeKey: key, host, flushInterval: 500 });
    return {
      track: (message) => client.track(message, (error, context) => {
        if (error) failed.push(String(error.reason ?? error));
        else made.push({ id: context.event.messageId, seq: context.event.properties.seq });
      }),
      drain: () => client.closeAndFlush({ timeout: 120_000 }),
    };
  },

  // It gives up after three tries in 1.4 s unless it is told to be patient.
  async rudder() {
    const { default: Analytics } = await import('@rudderstack/rudder-sdk-node');
    const client = new Analytics(key, { dataPlaneUrl: host, flushInterval: 500, retryCount: 12 });
    let waiting = 0;
    const known = new Set();
    return {
      track(message) {
        waiting++;
        client.track(message, (error, data) => {
          waiting--;
          if (error) return failed.push(String(error));
          for (const item of JSON.parse(Buffer.isBuffer(data) ? gunzipSync(data) : JSON.stringify(data)).batch) {
            if (known.has(item.messageId)) continue;
            known.add(item.messageId);
            made.push({ id: item.messageId, seq: item.properties.seq });
          }
        });
      },
      async drain() {
        while (waiting > 0) {
          await client.flush();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
    };
  },
};

const client = await clients[kind]();
let seq = 0;
const timer = setInterval(() => {
  client.track({ userId: `${kind}-${seq % users}`, event: 'Step Taken', properties: { seq, note: 'گام' } });
  seq++;
}, 50);

process.stdin.resume();
process.stdin.on('end', async () => {
  clearInterval(timer);
  await client.drain();
  console.log(JSON.stringify({ asked: seq, made, failed }));
  process.exit(0);
});
