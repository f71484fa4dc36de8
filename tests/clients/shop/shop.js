// A page of another origin with @segment/analytics-next as a site embeds it: #key=KEY&host=HOST[&strategy=batching].
const asked = new URLSearchParams(location.hash.slice(1));
const made = [];
let sending = 0;
const fetchOfTheBrowser = window.fetch;
window.fetch = (address, ...rest) => {
  if (String(address).endsWith('/v1/t')) sending++;
  return fetchOfTheBrowser(address, ...rest);
};
const users = 5;
const delivery = asked.get('strategy') === 'batching' ? { deliveryStrategy: { strategy: 'batching', config: { size: 10, timeout: 60_000 } } } : {};
const analytics = AnalyticsNext.AnalyticsBrowser.load(
  { writeKey: asked.get('key'), cdnURL: asked.get('host') },
  { integrations: { 'Segment.io': delivery } },
);
analytics.addSourceMiddleware(({ payload, next }) => {
  made.push({ id: payload.obj.messageId, seq: payload.obj.properties.seq });
  next(payload);
});

let seq = 0;
let timer;
const step = () => {
  const taken = analytics.track('Step Taken', { seq, visitor: `browser-${seq % users}`, note: 'گام' });
  seq++;
  return taken;
};

window.shop = {
  go: () => { timer = setInterval(step, 50); },
  async end() {
    clearInterval(timer);
    while (made.length < seq) await new Promise((resolve) => setTimeout(resolve, 10));
    return JSON.stringify({ asked: seq, made, failed: [] });
  },
  // Steps with which a visit ends: in batches all wait to be sent; one by one the last is on its way and has no answer yet,
  // or, where they cannot be delivered, all are kept for later.
  async leave(steps, away) {
    await analytics;
    const taken = [];
    for (let i = 0; i < steps; i++) taken.push(step());
    if (away || asked.get('strategy') === 'batching') await Promise.all(taken);
    else while (sending < steps) await new Promise((resolve) => setTimeout(resolve, 0));
    sessionStorage.setItem('made', JSON.stringify({ asked: seq, made, failed: [] }));
    document.querySelector('a').click();
  },
};
