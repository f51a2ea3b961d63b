// Asks the server for what a page shows, again and again. An answer that is still true costs a 304 and nothing else.

const PAUSE_MS = 1000;
const connection = () => document.getElementById('connection');

/** One answer, as JSON. Throws an Error with the server's own sentence. */
export async function get(url) {
  const response = await fetch(url);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? 'The server answered ' + response.status + '.');
  return body;
}

/**
 * Calls show(answer) at once and whenever the answer changes, and fail(error) when there is none. Returns a function that ends it.
 * url is a function, so that a page may change what it asks for; poke() asks at once.
 */
export function live(url, show, fail) {
  let etag = null;
  let asked = null;
  let timer = null;
  let over = false;
  let round = 0;

  async function ask() {
    clearTimeout(timer);
    const mine = ++round;
    const address = url();
    const headers = address === asked && etag ? { 'If-None-Match': etag } : {};
    try {
      const response = await fetch(address, { headers });
      const body = response.status === 304 ? null : await response.json();
      if (over || mine !== round) return;
      said(true);
      if (body !== null) {
        asked = address;
        etag = response.headers.get('ETag');
        if (response.ok) show(body);
        else fail(new Error(body.error ?? 'The server answered ' + response.status + '.'));
      }
    } catch (error) {
      if (over || mine !== round) return;
      if (error instanceof TypeError && error.message.includes('fetch')) said(false);
      else fail(error);
    }
    timer = setTimeout(ask, document.hidden ? 10 * PAUSE_MS : PAUSE_MS);
  }

  ask();
  const stop = () => {
    over = true;
    clearTimeout(timer);
  };
  return { stop, poke: ask };
}

function said(reached) {
  connection().textContent = reached ? 'live' : 'not reached';
  connection().classList.toggle('away', !reached);
}
