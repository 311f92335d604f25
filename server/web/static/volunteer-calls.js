// Calls to the center. A change is sent again with the same key until an answer comes, so that it happens once.
window.kotobashi = window.kotobashi || {};
kotobashi.calls = (() => {
  'use strict';
  const answerWithin = 15000;
  const pauses = [1000, 2000, 4000, 8000, 15000];

  let turn = 0; // goes up when somebody else is at the phone

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  // The time comes first, so that the server's records of one hour lie together. (crypto.randomUUID wants a secure context.)
  const hex = (number, digits) => number.toString(16).padStart(digits, '0');
  const newKey = () =>
    hex(Date.now(), 12) + Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => hex(byte, 2)).join('');

  // The name at the end of a problem document's type, as in RFC 9457: ".../already_taken" → "already_taken".
  function refusalOf(status, body) {
    const name = body && typeof body.type === 'string' ? body.type.split(/[/#:]/).pop() : '';
    if (/^[a-z_]+$/.test(name)) return name;
    return status === 401 ? 'unauthenticated' : 'unknown';
  }

  async function read(response) {
    let body = null;
    try {
      body = await response.json();
    } catch (notJson) {
      body = null;
    }
    if (response.ok) return { ok: true, status: response.status, body };
    return { ok: false, status: response.status, body, refusal: refusalOf(response.status, body) };
  }

  // One attempt. Rejects when no answer came.
  function once(method, path, { body, key, language, revision } = {}) {
    const headers = { Accept: 'application/json' };
    if (language) headers['Accept-Language'] = language;
    if (key) headers['Idempotency-Key'] = key;
    if (revision !== undefined) headers['If-Match'] = `"${revision}"`;
    const options = { method, headers, credentials: 'same-origin', cache: 'no-store' };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      options.body = JSON.stringify(body);
    }
    const late = pause(answerWithin).then(() => {
      throw new Error('no answer in time');
    });
    return Promise.race([fetch(path, options).then(read), late]);
  }

  // A change. `onTrouble` hears of every attempt without an answer. After abandon() it is not sent again and answered with
  // {abandoned: true}, unless it is `kept`.
  async function change(method, path, { body, language, revision, onTrouble, keyed = true, kept = false } = {}) {
    const key = keyed ? newKey() : undefined;
    const mine = turn;
    for (let attempt = 0; ; ++attempt) {
      const wait = pauses[Math.min(attempt, pauses.length - 1)];
      try {
        const answer = await once(method, path, { body, key, language, revision });
        if (turn !== mine && !kept) return { ok: false, status: 0, abandoned: true };
        if (answer.status < 502 || answer.status > 504) return answer;
      } catch (noAnswer) {
        // sent again below
      }
      if (turn === mine && onTrouble) onTrouble();
      await pause(wait);
      if (turn !== mine && !kept) return { ok: false, status: 0, abandoned: true };
    }
  }

  // What one person has begun is never sent for another.
  function abandon() {
    ++turn;
  }

  return { get: (path, language) => once('GET', path, { language }), change, abandon, turn: () => turn };
})();
