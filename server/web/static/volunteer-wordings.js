// Texts of the packs that nobody has confirmed, one at a time: it is right, or should say something else. Below everything
// that is urgent, and closed until somebody opens it.
window.kotobashi = window.kotobashi || {};
kotobashi.wordings = (() => {
  'use strict';
  const { element, nodes, plain } = kotobashi.texts;
  const batch = 20;
  let languages = null; // that the reader writes
  const state = { open: false, language: null, items: [], left: 0, next: '', editing: null, busy: false, said: null, problems: [],
    waiting: null }; // the key after which more texts could not be had, as the center was away

  async function loadLanguages() {
    if (languages) return;
    const answer = await kotobashi.calls.get('/api/v1/wordings/languages', kotobashi.texts.language());
    if (answer.ok) languages = answer.body.items;
  }
  // Whenever the page looks for what is new.
  async function refresh() {
    await loadLanguages();
    if (state.waiting !== null) await load(state.waiting);
  }
  // As the page's own choice of languages names it.
  function nameOf(tag) {
    const option = document.querySelector(`#language option[value="${tag}"]`);
    return option ? option.textContent : tag;
  }
  async function load(after) {
    const path = `/api/v1/wordings?language=${encodeURIComponent(state.language)}&limit=${batch}&after=${encodeURIComponent(after)}`;
    const turn = kotobashi.calls.turn();
    const answer = await kotobashi.calls.get(path, kotobashi.texts.language()).catch(() => null);
    if (kotobashi.calls.turn() !== turn) return;
    if (!answer) {
      Object.assign(state, { items: [], waiting: after });
      return;
    }
    state.waiting = null;
    if (answer.ok) Object.assign(state, { items: answer.body.items, left: answer.body.left, next: answer.body.next || '' });
    else Object.assign(state, { open: false, said: 'refusal.other' });
  }
  function reset(language) {
    Object.assign(state, { open: false, language, items: [], left: 0, next: '', editing: null, busy: false, said: null, problems: [], waiting: null });
  }
  // The next text; more of them when these are through.
  async function advance(confirmed) {
    const [done] = state.items.splice(0, 1);
    if (confirmed) state.left -= 1;
    Object.assign(state, { editing: null, problems: [] });
    if (!state.items.length && state.left > 0) await load(state.next ? done.key : '');
  }

  // Values stand as {name}: shown as what they are, not as words.
  function message(text, language) {
    const made = element('p', { class: 'source', lang: language, dir: language === 'ja' ? 'ltr' : 'auto' });
    for (const piece of text.split(/(\{\w+\})/)) made.append(/^\{\w+\}$/.test(piece) ? element('bdi', { class: 'value', lang: 'zxx' }, piece) : piece);
    return made;
  }
  function button(id, key, kind, run) {
    return element('button', { type: 'button', id, class: kind, 'aria-disabled': state.busy ? 'true' : null, onclick: () => state.busy || run() },
      nodes(state.busy && kind === 'main' ? 'volunteer.sending' : key));
  }

  async function send(one, said, draw) {
    Object.assign(state, { busy: true, problems: [], said: null });
    draw();
    const body = { language: state.language, key: one.key, was: one.text };
    if (said !== null) body.said = said;
    const answer = await kotobashi.calls.change('POST', '/api/v1/wording-reviews', { body, language: kotobashi.texts.language() });
    if (answer.abandoned) return;
    state.busy = false;
    if (answer.ok) {
      state.said = 'volunteer.wording.sent';
      await advance(true);
    } else if (answer.refusal === 'wrong_state') {
      await load(''); // somebody has changed it in the meantime
    } else {
      state.problems = (answer.body && answer.body.errors) || [];
      state.said = 'volunteer.wording.wrong';
    }
    draw('wording-card');
  }

  function field(one) {
    const area = element('textarea', { id: 'wording-said', lang: state.language, dir: 'auto', rows: '4', 'aria-labelledby': 'wording-keep', autocomplete: 'off',
      oninput: () => { state.editing = area.value; } });
    area.value = state.editing;
    return element('div', { class: 'line' }, element('p', { id: 'wording-keep', class: 'note' }, nodes('volunteer.wording.keep')), area);
  }
  function actions(one, draw) {
    if (state.editing !== null) {
      return [button('wording-send', 'volunteer.wording.send', 'main', () => state.editing.trim() && send(one, state.editing.trim(), draw)),
        button('wording-back', 'volunteer.wording.back', 'quiet', () => { Object.assign(state, { editing: null, said: null, problems: [] }); draw('wording-card'); })];
    }
    return [button('wording-right', 'volunteer.wording.right', 'main', () => send(one, null, draw)),
      button('wording-change', 'volunteer.wording.change', 'quiet', () => { Object.assign(state, { editing: one.text, said: null }); draw('wording-said'); }),
      button('wording-later', 'volunteer.wording.later', 'quiet', async () => { state.said = null; await advance(false); draw('wording-card'); })];
  }
  function card(draw) {
    const [one] = state.items;
    if (!one) {
      const why = state.waiting === null ? 'volunteer.wording.none' : 'volunteer.connection_lost';
      return element('p', { id: 'wording-card', class: 'empty', tabindex: '-1' }, nodes(why));
    }
    const made = element('article', { class: 'card', id: 'wording-card', tabindex: '-1', 'aria-labelledby': 'wording-question' });
    made.append(element('p', { class: 'labels' }, nodes('volunteer.wording.left', { number: String(state.left) })),
      element('div', { class: 'ask' }, ...one.source_says.map((each) => message(each, 'ja')),
        one.english ? element('p', { class: 'gloss', lang: 'en', dir: 'ltr' }, one.english) : null),
      element('h3', { id: 'wording-question' }, nodes('volunteer.wording.question')));
    if (state.editing === null) made.append(element('div', { class: 'asked' }, ...one.says.map((each) => message(each, state.language))));
    else made.append(field(one));
    if (one.terms.length) made.append(element('p', { class: 'gloss', dir: 'auto' }, one.terms.join(' · ')));
    for (const each of state.problems) made.append(element('p', { class: 'note', lang: 'en', dir: 'ltr' }, each.detail));
    made.append(element('div', { class: 'actions' }, ...actions(one, draw)));
    return made;
  }

  // `draw(focus)` draws the page anew and puts the focus there.
  function section(draw) {
    if (!languages || !languages.length) return null;
    if (!languages.includes(state.language)) reset(languages.includes(kotobashi.texts.language()) ? kotobashi.texts.language() : languages[0]);
    const made = element('section', { id: 'wordings' }, element('h2', {}, nodes('volunteer.wording.title')));
    if (state.said) made.append(element('p', { class: 'note', role: 'status' }, nodes(state.said)));
    if (!state.open) {
      made.append(button('wording-open', 'volunteer.wording.open', 'quiet', async () => {
        Object.assign(state, { open: true, said: null });
        await load('');
        draw(state.open ? 'wording-card' : 'wording-open');
      }));
      return made;
    }
    if (languages.length > 1) {
      const choice = element('select', { id: 'wording-language', 'aria-label': plain('chooser.title'), onchange: async () => {
        reset(choice.value);
        state.open = true;
        await load('');
        draw('wording-language');
      } }, ...languages.map((tag) => element('option', { value: tag, selected: tag === state.language }, nameOf(tag))));
      made.append(choice);
    }
    made.append(card(draw));
    return made;
  }

  // Somebody else may sign in on this phone: they write other languages.
  function forget() {
    languages = null;
    reset(null);
  }

  return { section, refresh, forget };
})();
