// Texts to translate and to check as cards: a field a line of the Japanese, so that lines stay beside each other. What is
// typed is kept on the phone until the center has it.
window.kotobashi = window.kotobashi || {};
kotobashi.translations = (() => {
  'use strict';
  const { element, nodes, known } = kotobashi.texts;
  const kept = 'kotobashi.typed.';
  let owner = null;
  const typed = new Map(); // translation id → {role, revision, source, lines}
  const offers = new Map(); // translation id → what the memory has

  function store(one, lines) {
    const draft = { role: role(one), revision: one.revision, source: one.source, lines };
    typed.set(one.id, draft);
    try {
      localStorage.setItem(kept + one.id, JSON.stringify(draft));
    } catch (forbidden) {
      return; // then it lasts as long as the page
    }
  }
  function forget(id) {
    typed.delete(id);
    offers.delete(id);
    try {
      localStorage.removeItem(kept + id);
    } catch (forbidden) {
      return;
    }
  }
  // Of all texts, for whoever comes next.
  function forgetAll() {
    typed.clear();
    offers.clear();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(kept)) localStorage.removeItem(key);
    } catch (forbidden) {
      return;
    }
  }
  // Who is at the phone now. What somebody else has typed on it is not theirs to confirm.
  function belongTo(person) {
    let before = owner;
    owner = person;
    try {
      before = localStorage.getItem('kotobashi.typist');
      localStorage.setItem('kotobashi.typist', person);
    } catch (forbidden) {
      // then it lasts as long as the page
    }
    if (before !== person) forgetAll();
  }
  function stored(id) {
    if (typed.has(id)) return typed.get(id);
    try {
      return JSON.parse(localStorage.getItem(kept + id));
    } catch (forbidden) {
      return null;
    }
  }
  // Only what was typed for this very text: a draft of one's own is no check of what somebody else has finished since.
  function recall(one) {
    const draft = stored(one.id);
    const fits = draft && draft.role === role(one) && draft.revision === one.revision && draft.source === one.source;
    return fits ? draft.lines : null;
  }

  const lines = (text) => text.split('\n');
  const checking = (one) => one.state === 'translated' && !one.translated_by_me;
  const writing = (one) => one.mine || checking(one);
  const role = (one) => (checking(one) ? 'check' : 'write');
  // One field for everything where the translation's lines are not those of the source.
  function parts(one) {
    const source = lines(one.source);
    return one.said && lines(one.said).length !== source.length ? [one.source] : source;
  }
  function values(one) {
    const count = parts(one).length;
    const before = recall(one);
    if (before && before.length === count) return before;
    if (!one.said) return Array(count).fill('');
    return count === 1 ? [one.said] : lines(one.said);
  }
  const text = (one) => values(one).map((line) => line.trim()).join('\n');
  // The first line that nothing is written for, counted from 0; -1: there is none.
  const emptyLine = (one) => values(one).findIndex((line) => !line.trim());

  function button(one, action, key, busy, run, kind) {
    const made = element('button', { type: 'button', id: `${action}-${one.id}`, class: kind, 'aria-describedby': `text-${one.id}`,
      'aria-disabled': busy ? 'true' : null, onclick: () => busy || run() });
    made.append(nodes(busy ? 'volunteer.sending' : key));
    return made;
  }
  function offer(one, line, each) {
    const use = element('button', { type: 'button', class: 'quiet', onclick: () => {
      const now = values(one).slice();
      now[line] = each.said;
      store(one, now);
      document.getElementById(`line-${one.id}-${line}`).value = each.said;
    } }, nodes('volunteer.use'));
    return element('div', { class: 'offer' }, element('p', { class: 'note' }, nodes('volunteer.memory', { percent: String(each.percent) })),
      element('p', { lang: 'ja', dir: 'ltr' }, each.source), element('p', { lang: one.language, dir: 'auto' }, each.said), use);
  }
  // Which of the memory's lines belong to this field: 0 is the whole text.
  function offersFor(one, line, count) {
    const all = (!checking(one) && offers.get(one.id)) || [];
    return all.filter((each) => each.line === line + 1 || (count === 1 && each.line === 0)).slice(0, 3);
  }
  function field(one, part, line, value) {
    const id = `line-${one.id}-${line}`;
    const area = element('textarea', { id, lang: one.language, dir: 'auto', rows: part.length > 40 || parts(one).length === 1 ? '4' : '2',
      'aria-labelledby': `${id}-ja`, autocomplete: 'off', oninput: () => {
        const now = values(one).slice();
        now[line] = parts(one).length === 1 ? area.value : area.value.replace(/\n/g, ' ');
        store(one, now);
      } });
    area.value = value;
    return element('div', { class: 'line' }, element('p', { id: `${id}-ja`, class: 'source', lang: 'ja', dir: 'ltr' }, part), area,
      ...offersFor(one, line, parts(one).length).map((each) => offer(one, line, each)));
  }

  function label(one) {
    if (one.mine || (one.state === 'claimed' && !one.mine)) return 'volunteer.state.taken';
    return one.translated_by_me && one.state === 'translated' ? 'volunteer.state.offered' : null;
  }
  const language = (tag) => (known(`language.${tag}`) ? nodes(`language.${tag}`) : element('bdi', {}, nameOf(tag)));
  // The browser's own name for scripts that the roster does not tell apart.
  function nameOf(tag) {
    try {
      return new Intl.DisplayNames([kotobashi.texts.language(), 'en'], { type: 'language' }).of(tag);
    } catch (unknown) {
      return tag;
    }
  }

  function card(one, how) {
    const made = element('article', { class: one.mine ? 'card held' : 'card', id: `text-card-${one.id}`, tabindex: '-1', 'aria-labelledby': `text-${one.id}` });
    const labels = element('p', { class: 'labels' });
    for (const number of one.notices) labels.append(element('b', {}, nodes('board.number', { number: String(number) })), ' ');
    if (label(one)) labels.append(element('span', { class: 'held-as' }, nodes(label(one))));
    made.append(labels, element('h3', { id: `text-${one.id}` }, nodes('volunteer.language', { language: language(one.language) })));
    if (writing(one)) {
      const now = values(one);
      parts(one).forEach((part, line) => made.append(field(one, part, line, now[line])));
    } else {
      made.append(element('p', { class: 'source', lang: 'ja', dir: 'ltr' }, one.source));
      if (one.said) made.append(element('p', { class: 'source', lang: one.language, dir: 'auto' }, one.said));
    }
    const { doubt } = how;
    if (doubt && doubt.numbers) {
      made.append(numbersQuestion(one, doubt, how));
      return made;
    }
    if (doubt && emptyLine(one) >= 0) made.append(element('p', { class: 'note', role: 'alert' }, nodes('volunteer.line_empty')));
    made.append(element('div', { class: 'actions' }, ...actions(one, how)));
    return made;
  }
  function numbersQuestion(one, { action, numbers }, how) {
    const box = element('div', { class: 'ask', id: `numbers-${one.id}`, role: 'group', tabindex: '-1', 'aria-labelledby': `numbers-question-${one.id}` });
    const list = element('bdi', { dir: 'ltr' }, numbers.join(', '));
    box.append(element('p', { class: 'question', id: `numbers-question-${one.id}` }, nodes('volunteer.numbers_missing', { numbers: list })),
      button(one, 'again', 'volunteer.numbers_check', false, () => how.again(one), 'main'),
      button(one, 'right', 'volunteer.numbers_right', false, () => how.act(one, action, numbers), 'quiet'));
    return box;
  }
  function actions(one, how) {
    const step = (action, key, kind) => button(one, action, key, how.sending === action, () => how.act(one, action), kind);
    if (one.mine) return [step('submit', 'volunteer.finish', 'main'), step('release', 'volunteer.release', 'quiet')];
    if (checking(one)) return [step('check', 'volunteer.finish', 'main')];
    return one.state === 'open' ? [step('claim', 'volunteer.claim', 'main')] : [];
  }
  // Own ones first, then what is open, then what others have.
  const rank = (one) => (one.mine ? 0 : one.state === 'open' || checking(one) ? 1 : 2);
  const order = (a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1);

  // What a step sends: path's end, body, and the revision that was read.
  function request(one, action) {
    const said = text(one);
    if (action === 'submit') return { body: { text: said } };
    if (action === 'check') return { body: said !== one.said ? { text: said } : {}, revision: one.revision };
    return { body: {} };
  }
  async function loadOffers(all, language) {
    for (const one of all.filter((each) => each.mine && !offers.has(each.id))) {
      const answer = await kotobashi.calls.get(`/api/v1/translations/${encodeURIComponent(one.id)}/memory`, language);
      if (answer.ok) offers.set(one.id, answer.body.items);
    }
  }
  // Why the step is not taken yet, and where the focus belongs; null: it may be. `sure`: numbers that were asked about and
  // are right.
  function doubt(one, action, sure = []) {
    if (action !== 'submit' && action !== 'check') return null;
    const line = emptyLine(one);
    if (line >= 0) return { id: one.id, action, focus: `line-${one.id}-${line}` };
    const numbers = kotobashi.numbers.missing(one.source, text(one));
    if (numbers.every((each) => sure.includes(each))) return null;
    return { id: one.id, action, numbers, focus: `numbers-${one.id}` };
  }

  return { card, order, request, forget, forgetAll, belongTo, loadOffers, checking, doubt };
})();
