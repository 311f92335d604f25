// The volunteer's page: signs in by the personal link, shows the requests that fit, takes, gives back, starts and finishes them.
(() => {
  'use strict';
  const { calls, texts, cards, translations, wordings } = kotobashi;
  const { element, fill, nodes, plain } = texts;
  const at = (id) => document.getElementById(id);

  const state = {
    phase: 'starting', // starting, new, signed_out, link_invalid, ready
    requests: [],
    translations: [],
    activation: null,
    sending: new Map(), // request id → action
    asking: null, // {id, action, number}: waits for a yes
    doubt: null, // {id, action, numbers?}: why a translation was not sent yet
    message: null, // {key, number, refused}
    asOf: new Date(),
  };

  // ---- what is shown ------------------------------------------------------------------------------------------------
  function frame() {
    document.title = (drill() ? plain('board.drill_prefix') + ' ' : '') + plain('volunteer.title');
    document.documentElement.classList.toggle('is-drill', drill());
    at('drill').hidden = !drill();
    fill(at('drill'), element('span', {}, nodes('board.drill_banner')), element('span', { class: 'small' }, nodes('board.drill_explained')));
    fill(at('title'), nodes('volunteer.title'));
    at('language').setAttribute('aria-label', plain('chooser.title'));
    for (const line of document.querySelectorAll('[data-phone]')) fill(line, nodes('volunteer.call_center', { phone: phone(line.dataset) }));
    at('sign-out').hidden = state.phase !== 'ready';
    fill(at('sign-out'), nodes('volunteer.sign_out'));
  }
  function phone({ phone, hours }) {
    const link = element('a', { href: `tel:${phone.replace(/[^0-9+]/g, '')}`, dir: 'ltr' }, phone);
    return element('span', {}, link, ' ', hours ? element('bdi', { class: 'hours', dir: 'ltr' }, `(${hours})`) : null);
  }
  const drill = () => !!state.activation && state.activation.mode === 'drill' && state.activation.state !== 'closed';

  function message() {
    if (!state.message) return null;
    const { key, number, refused } = state.message;
    const about = number && element('b', {}, nodes(state.message.about || 'volunteer.number', { number }));
    const close = element('button', { type: 'button', id: 'close-message', onclick: () => tell(null) }, 'OK');
    return element('div', { class: refused ? 'message refused' : 'message', id: 'message', tabindex: '-1' },
      element('p', {}, about, about ? ' ' : null, nodes(key)), close);
  }
  function listOf(title, requests) {
    const section = element('section', {}, element('h2', {}, nodes(title)));
    if (!requests.length) section.append(element('p', { class: 'empty' }, nodes('volunteer.no_open_requests')));
    for (const one of requests) section.append(cards.card(one, { sending: state.sending.get(one.id), asking: askingOf(one), stopped: stopped(one), ask, act }));
    return section;
  }
  const askingOf = (one) => (state.asking && state.asking.id === one.id ? state.asking.action : null);
  // Nobody is sent out there now. (When a time set for it is over, the center says so itself.)
  function stopped(one) {
    const { on_site_open: open, on_site_areas: areas = [] } = state.activation || {};
    return one.mode === 'on_site' && !(open && (!areas.length || areas.includes(one.area)));
  }
  function ready() {
    const [held, waiting, open] = ['held', 'waiting', 'open'].map((group) => state.requests.filter((one) => cards.group(one) === group).sort(cards.order));
    const parts = [message(), element('p', { class: 'note' }, nodes('volunteer.safety_first'))];
    if (held.length) parts.push(listOf('volunteer.my_requests', held));
    if (waiting.length) parts.push(listOf('volunteer.waiting_requests', waiting));
    parts.push(listOf('volunteer.open_requests', open));
    parts.push(textsOf('volunteer.kind.translate', (one) => !translations.checking(one)));
    parts.push(textsOf('volunteer.kind.check', translations.checking));
    parts.push(wordings.section(drawWith));
    return parts;
  }
  function textsOf(title, wanted) {
    const some = state.translations.filter(wanted).sort(translations.order);
    if (!some.length) return null;
    return element('section', {}, element('h2', {}, nodes(title)),
      ...some.map((one) => translations.card(one, { sending: state.sending.get(one.id), doubt: state.doubt && state.doubt.id === one.id ? state.doubt : null, act: translate, again })));
  }
  const only = (key) => [message(), element('p', { class: 'empty' }, nodes(key))];

  // Draws everything anew; the focus stays on what has the same id.
  function render() {
    const focused = document.activeElement && document.activeElement.id;
    const shown = { starting: () => [], new: () => only('volunteer.sign_in_by_link'), signed_out: () => only('volunteer.signed_out'),
      link_invalid: () => only('volunteer.link_invalid'), ready }[state.phase]();
    frame();
    due = state.phase === 'ready' && typing(); // drawn when the field is left: a keyboard's half-made word would be lost
    if (due) return;
    fill(at('main'), ...shown.filter(Boolean));
    if (focused && at(focused) && document.activeElement !== at(focused)) at(focused).focus({ preventScroll: true });
  }
  let due = false, pressed = false;
  const drawSoon = () => setTimeout(() => due && !pressed && render());
  const typing = () => !!document.activeElement && document.activeElement.tagName === 'TEXTAREA';
  function focusOn(id) {
    if (at(id)) at(id).focus();
  }
  // What has just been pressed is drawn at once, also from a field.
  function drawWith(focus) {
    if (typing()) document.activeElement.blur();
    render();
    if (focus) focusOn(focus);
  }
  function tell(said) {
    state.message = said;
    render();
    if (said) focusOn('message');
  }
  function status(text) {
    if (at('status').textContent !== text) at('status').textContent = text;
  }

  // ---- what the reader does -----------------------------------------------------------------------------------------
  function ask(one, action) {
    state.asking = action ? { id: one.id, action, number: String(one.number) } : null;
    state.message = null;
    render();
    focusOn(action ? `ask-${one.id}` : `card-${one.id}`);
  }
  async function translate(one, action, sure) {
    if (state.sending.has(one.id)) return;
    state.doubt = translations.doubt(one, action, sure);
    if (state.doubt) return drawWith(state.doubt.focus);
    if (typing()) document.activeElement.blur();
    state.sending.set(one.id, action);
    render();
    const path = `/api/v1/translations/${encodeURIComponent(one.id)}/${action}`;
    const onTrouble = () => status(plain('volunteer.connection_lost'));
    const answer = await calls.change('POST', path, { ...translations.request(one, action), language: texts.language(), onTrouble });
    if (answer.abandoned) return;
    state.sending.delete(one.id);
    status('');
    if (answer.status === 401) return signedOut();
    if (answer.ok && action !== 'claim') translations.forget(one.id);
    await refresh();
    if (state.phase !== 'ready') return;
    const done = { claim: 'volunteer.claimed', release: 'volunteer.released' }[action] || 'volunteer.finished';
    const refusal = answer.refusal === 'precondition_failed' ? 'wrong_state' : answer.refusal;
    tell({ about: 'board.number', number: one.notices.length ? String(one.notices[0]) : null,
      ...(answer.ok ? { key: done } : { key: refusalKey(refusal), refused: true }) });
  }
  function again(one) {
    state.doubt = null;
    drawWith(`line-${one.id}-0`);
  }
  async function act(one, action) {
    if (state.sending.has(one.id)) return; // a second tap
    state.sending.set(one.id, action);
    render();
    const path = `/api/v1/requests/${encodeURIComponent(one.id)}/${action}`;
    const onTrouble = () => status(plain('volunteer.connection_lost'));
    const answer = await calls.change('POST', path, { body: {}, language: texts.language(), onTrouble });
    if (answer.abandoned) return;
    state.sending.delete(one.id);
    state.asking = null;
    status('');
    if (answer.status === 401) return signedOut();
    await refresh();
    if (state.phase !== 'ready') return;
    if (answer.ok) tell({ key: outcome(one, action), number: String(one.number) });
    else tell({ key: refusalKey(answer.refusal), number: String(one.number), refused: true });
  }
  function outcome(one, action) {
    const now = state.requests.find((other) => other.id === one.id);
    if (action === 'claim' && now && now.mine === 'offered') return 'volunteer.waiting_approval';
    return { claim: 'volunteer.claimed', release: 'volunteer.released', start: 'volunteer.started', finish: 'volunteer.finished' }[action];
  }
  const refusalKey = (name) => (texts.known(`refusal.${name}`) ? `refusal.${name}` : 'refusal.other');

  // The page is emptied before the center hears of it, which may be away. Until it has heard, the phone remembers: whoever
  // opens the page again finds it signed out.
  let leaving = Promise.resolve();
  function signOut() {
    translations.forgetAll();
    rememberLeaving(true);
    signedOut();
    leaving = endSession();
  }
  async function endSession() {
    await calls.change('DELETE', '/api/v1/sessions/current', { kept: true, onTrouble: () => status(plain('volunteer.connection_lost')) });
    rememberLeaving(false);
    status('');
  }
  function rememberLeaving(yes) {
    try {
      if (yes) localStorage.setItem('kotobashi.leaving', '1');
      else localStorage.removeItem('kotobashi.leaving');
    } catch (forbidden) {
      return; // then it lasts as long as the page
    }
  }
  function wasLeaving() {
    try {
      return localStorage.getItem('kotobashi.leaving') !== null;
    } catch (forbidden) {
      return false;
    }
  }
  async function choose(language) {
    try {
      await texts.load(language);
      texts.remember(language);
    } catch (noAnswer) {
      status(lostText());
    }
    at('language').value = texts.language();
    render();
    if (state.phase === 'ready') refresh();
  }

  // ---- what the center says -----------------------------------------------------------------------------------------
  const lostText = () => plain('volunteer.connection_lost') + ' ' + plain('board.as_of', { time: texts.time(state.asOf) });
  let timer = 0, refreshing = null;

  async function fetchAll() {
    const turn = calls.turn();
    const [center, requests, open] = await Promise.all([
      calls.get('/api/v1/center', texts.language()), calls.get('/api/v1/requests?limit=200', texts.language()),
      calls.get('/api/v1/translations', texts.language())]);
    if (calls.turn() !== turn) return;
    if (requests.status === 401) return signedOut();
    if (!requests.ok || !center.ok || !open.ok) throw new Error('the center could not answer');
    await translations.loadOffers(open.body.items, texts.language());
    await wordings.refresh();
    if (calls.turn() !== turn) return;
    state.translations = open.body.items;
    const before = drill();
    state.activation = center.body.activation || null;
    if (before && !drill() && center.body.state === 'active') state.message = { key: 'board.now_real' };
    state.requests = requests.body.items;
    state.asOf = new Date();
    state.phase = 'ready';
    status(state.sending.size ? at('status').textContent : '');
  }
  // What was asked about may have gone meanwhile: then the page says so where the question stood.
  function show() {
    const { id, action, number } = state.asking || {};
    const there = state.requests.find((one) => one.id === id);
    if (!id || state.sending.has(id) || (there && there.state !== 'cancelled')) return render();
    state.asking = null;
    if (there) {
      render();
      return focusOn(`card-${id}`);
    }
    return tell({ key: action === 'claim' ? 'volunteer.no_longer_open' : 'refusal.not_found', number, refused: true });
  }
  function refresh() {
    clearTimeout(timer);
    if (!refreshing) {
      const turn = calls.turn();
      refreshing = fetchAll().then(() => true, () => status(lostText())).then((answered) => {
        if (calls.turn() !== turn) return;
        if (answered) show();
        refreshing = null;
        clearTimeout(timer);
        if (state.phase === 'ready') timer = setTimeout(refresh, 60000);
      });
    }
    return refreshing;
  }
  let soon = 0;
  function refreshSoon() {
    clearTimeout(soon);
    soon = setTimeout(() => (refreshing ? refreshing.then(refresh) : refresh()), 100);
  }

  let source = null, wait = 1000;
  function listen() {
    if (!window.EventSource || source) return;
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      wait = 1000;
      refreshSoon();
    };
    source.onmessage = refreshSoon;
    for (const name of ['resync', 'change', 'gone', 'request', 'activation']) source.addEventListener(name, refreshSoon);
    source.onerror = () => {
      if (state.phase !== 'ready') return silence();
      refreshSoon();
      if (source.readyState !== EventSource.CLOSED) return; // the browser connects again by itself
      silence();
      setTimeout(() => state.phase === 'ready' && listen(), wait);
      wait = Math.min(wait * 2, 30000);
    };
  }
  function silence() {
    if (source) source.close();
    source = null;
  }

  // ---- signing in and out -------------------------------------------------------------------------------------------
  // Nothing of whoever was at the phone is shown, heard or sent any more.
  function clear(phase) {
    calls.abandon();
    silence();
    clearTimeout(timer);
    clearTimeout(soon);
    refreshing = null;
    Object.assign(state, { phase, requests: [], translations: [], activation: null, asking: null, doubt: null, message: null });
    state.sending.clear();
    wordings.forget();
    render();
  }
  function signedOut() {
    clear(state.phase === 'starting' ? 'new' : 'signed_out');
  }
  async function signIn(token) {
    clear('starting');
    await leaving; // else the new session is ended with the old one
    const body = { link_token: token, cookie: true };
    const onTrouble = () => status(plain('volunteer.connection_lost'));
    const answer = await calls.change('POST', '/api/v1/sessions', { body, keyed: false, onTrouble });
    if (answer.abandoned) return;
    status('');
    if (answer.ok || answer.status < 500) history.replaceState(null, '', location.pathname);
    if (answer.ok) {
      translations.belongTo(answer.body.account.id);
      return enter();
    }
    state.phase = answer.status === 429 ? 'new' : 'link_invalid';
    tell(answer.status === 429 ? { key: refusalKey('too_many'), refused: true } : null);
  }
  async function enter() {
    const turn = calls.turn();
    await refresh();
    if (calls.turn() !== turn) return;
    if (state.phase === 'ready') listen();
    else if (state.phase === 'starting') setTimeout(() => calls.turn() === turn && enter(), 3000); // no answer yet
  }
  function start() {
    const token = location.hash.slice(1);
    if (token) return signIn(token);
    if (state.phase === 'starting') return enter();
  }
  async function loadTexts() {
    const wanted = texts.recall() || document.documentElement.lang;
    for (const language of [wanted, document.documentElement.lang]) {
      try {
        await texts.load(language);
        return;
      } catch (notThere) {
        continue;
      }
    }
    status(at('status').dataset.lost.replace('{time}', texts.time(state.asOf)));
    await new Promise((done) => setTimeout(done, 3000));
    return loadTexts();
  }

  at('language').addEventListener('change', (event) => choose(event.target.value));
  at('sign-out').addEventListener('click', signOut);
  at('main').addEventListener('focusout', drawSoon);
  // A button that is replaced between press and release is not pressed at all.
  document.addEventListener('pointerdown', () => { pressed = true; });
  for (const name of ['pointerup', 'pointercancel']) document.addEventListener(name, () => { pressed = false; drawSoon(); });
  window.addEventListener('hashchange', () => location.hash.length > 1 && start());
  window.addEventListener('online', () => state.phase === 'ready' && refreshSoon());
  document.addEventListener('visibilitychange', () => !document.hidden && state.phase === 'ready' && refreshSoon());
  loadTexts().then(() => {
    status('');
    at('language').value = texts.language();
    if (wasLeaving()) signOut();
    return start();
  }).catch((bug) => {
    at('main').textContent = at('main').dataset.call;
    throw bug;
  });
})();
