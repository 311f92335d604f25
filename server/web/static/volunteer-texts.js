// The page's words in the reader's language, as nodes: ruby and values are put in by the DOM, never as HTML.
window.kotobashi = window.kotobashi || {};
kotobashi.texts = (() => {
  'use strict';
  const remembered = 'kotobashi.language';
  let words = { language: 'en', direction: 'ltr', locale: 'en', time_zone: 'Asia/Tokyo', texts: {} };

  // Storage may be forbidden altogether; then the choice lasts as long as the page.
  function remember(language) {
    try {
      localStorage.setItem(remembered, language);
    } catch (forbidden) {
      return;
    }
  }
  function recall() {
    try {
      return localStorage.getItem(remembered);
    } catch (forbidden) {
      return null;
    }
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, '');
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }
  // Puts the children in the place of what is there. (replaceChildren is too new for many phones.)
  function fill(node, ...children) {
    node.textContent = '';
    node.append(...children);
  }
  const entry = (key) => words.texts[key];
  const known = (key) => entry(key) !== undefined;
  const foreign = (found) => !!found && !Array.isArray(found);
  function pieces(key) {
    const found = entry(key);
    if (found === undefined) return [key];
    return foreign(found) ? found.pieces : found;
  }

  function ruby([base, reading]) {
    return element('ruby', {}, base, element('rp', {}, '（'), element('rt', {}, reading), element('rp', {}, '）'));
  }
  function value(name, values) {
    return element('bdi', {}, values[name] === undefined ? '' : values[name]);
  }
  // The text as nodes. A value is a string or a node; it stands isolated from the text around it.
  function nodes(key, values = {}) {
    const made = document.createDocumentFragment();
    for (const piece of pieces(key)) {
      if (typeof piece === 'string') made.append(piece);
      else made.append(Array.isArray(piece) ? ruby(piece) : value(piece.value, values));
    }
    const found = entry(key);
    return foreign(found) ? element('span', { lang: found.language, dir: found.direction }, made) : made;
  }
  // The text for places that take no markup.
  function plain(key, values = {}) {
    return pieces(key)
      .map((piece) => (typeof piece === 'string' ? piece : Array.isArray(piece) ? piece[0] : String(values[piece.value])))
      .join('');
  }

  function format(at, options) {
    const all = Object.assign({ timeZone: words.time_zone, hour12: words.hour12 }, options);
    try {
      return new Intl.DateTimeFormat(words.locale, all).format(at);
    } catch (unknownLocale) {
      return new Intl.DateTimeFormat('en', all).format(at);
    }
  }
  // A browser that has no names of months in the language writes "M11": then figures, year first.
  function date(at) {
    const named = format(at, { weekday: 'short', month: 'short', day: 'numeric', hour12: undefined });
    if (!/\bM\d/.test(named)) return named;
    return new Intl.DateTimeFormat('sv', { timeZone: words.time_zone }).format(at);
  }
  const time = (at) => format(at, { hour: 'numeric', minute: '2-digit' });
  const moment = (at) => `${date(at)} ${time(at)}`;
  // {from, to} of "Fri, Mar 11, 15:00 – 17:00": the second date only where it is another day.
  function period(from, to) {
    const [start, end] = [new Date(from), new Date(to)];
    return { from: moment(start), to: date(start) === date(end) ? time(end) : moment(end) };
  }

  async function load(language) {
    const answer = await kotobashi.calls.get(`/v/texts/${encodeURIComponent(language)}`);
    if (!answer.ok) throw new Error(`no texts for ${language}`);
    words = answer.body;
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }

  return { load, remember, recall, element, fill, nodes, plain, known, period, time, language: () => words.language };
})();
