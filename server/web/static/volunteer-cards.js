// One request as a card, with what the reader may do about it.
window.kotobashi = window.kotobashi || {};
kotobashi.cards = (() => {
  'use strict';
  const { element, nodes, period, known } = kotobashi.texts;
  const ranks = { under_way: 0, taken: 1, offered: 2, undefined: 3, done: 4 };

  // The center has called it off: nobody has to go.
  const cancelled = (one) => one.state === 'cancelled';
  // Whose turn it is: 'held' the reader's, 'waiting' the center's, 'open' anybody's.
  const group = (one) => (cancelled(one) || (one.mine && one.mine !== 'offered') ? 'held' : one.mine ? 'waiting' : 'open');
  const rank = (one) => (cancelled(one) ? -1 : ranks[one.mine]);
  // Called off first, then under way, done last; within that the earliest.
  function order(a, b) {
    return rank(a) - rank(b) || (a.starts_at < b.starts_at ? -1 : a.starts_at > b.starts_at ? 1 : a.number - b.number);
  }

  const term = (key, fallback) => (known(key) ? nodes(key) : element('bdi', {}, fallback));
  const language = (tag) => term(`language.${tag}`, tag);
  const area = (one) => term(`area.${one.area}`, one.area_name || one.area);
  // People at the desk type Japanese.
  const typed = (text) => element('bdi', { lang: 'ja' }, text);

  function what(one) {
    const parts = element('span', {}, nodes(`volunteer.kind.${one.kind}`), ' · ', language(one.language), ' · ', nodes(`volunteer.mode.${one.mode}`));
    if (one.specialty) parts.append(' · ', nodes(`volunteer.specialty.${one.specialty}`));
    return parts;
  }
  const line = (key, values) => element('p', {}, nodes(key, values));
  function facts(one) {
    const made = element('div', { class: 'details', id: `details-${one.id}` }, line('volunteer.from_to', period(one.starts_at, one.ends_at)), line('volunteer.area', { area: area(one) }));
    if (one.place) made.append(line('volunteer.place', { place: typed(one.place) }));
    if (one.contact) made.append(line('volunteer.contact', { contact: typed(one.contact) }));
    made.append(line('volunteer.summary', { text: typed(one.summary) }));
    if (one.details) made.append(line('volunteer.details', { text: typed(one.details) }));
    if (one.place || one.contact || one.details) made.append(element('p', { class: 'note' }, nodes('volunteer.secret')));
    return made;
  }

  function button(one, action, key, busy, run, kind) {
    const made = element('button', { type: 'button', id: `${action}-${one.id}`, class: kind, 'aria-describedby': `title-${one.id}`,
      'aria-disabled': busy ? 'true' : null, onclick: () => busy || run() });
    made.append(nodes(busy ? 'volunteer.sending' : key));
    return made;
  }
  // Which steps the reader has: [action, asks first]. Giving back never looks like what one is here to do.
  const steps = { offered: [['release', true]], taken: [['start', false], ['release', true]],
    under_way: [['finish', true], ['release', true]], done: [], undefined: [['claim', true]] };
  const kindOf = (action) => (action === 'release' ? 'quiet' : 'main');
  const stepsOf = (one, how) => (cancelled(one) || (!one.mine && how.stopped) ? [] : steps[one.mine] || []);

  function actions(one, how) {
    return stepsOf(one, how).map(([action, asks]) => button(one, action, `volunteer.${action}`, how.sending === action,
      () => (asks ? how.ask(one, action) : how.act(one, action)), kindOf(action)));
  }
  function question(one, how) {
    const action = how.asking;
    const box = element('div', { class: 'ask', id: `ask-${one.id}`, role: 'group', tabindex: '-1', 'aria-labelledby': `question-${one.id}`,
      'aria-describedby': `details-${one.id}` });
    box.append(element('p', { class: 'question', id: `question-${one.id}` }, nodes(`volunteer.confirm_${action}`)), facts(one));
    if (action === 'claim') box.append(element('p', {}, nodes('volunteer.safety_first')));
    if (action === 'claim' && one.admission === 'by_approval') box.append(element('p', {}, nodes('volunteer.by_approval')));
    box.append(button(one, action, `volunteer.${action}`, how.sending === action, () => how.act(one, action), 'main'));
    const back = action === 'release' ? 'volunteer.keep' : 'volunteer.wording.back';
    if (!how.sending) box.append(button(one, 'back', back, false, () => how.ask(one, null), 'quiet'));
    return box;
  }

  function card(one, how) {
    const made = element('article', { class: group(one) === 'open' ? 'card' : 'card held', id: `card-${one.id}`, tabindex: '-1', 'aria-labelledby': `title-${one.id}` });
    made.append(element('p', { class: 'labels' }, element('b', {}, nodes('volunteer.number', { number: String(one.number) }))));
    const label = cancelled(one) ? 'cancelled' : one.mine;
    if (label) made.querySelector('.labels').append(element('span', { class: 'held-as' }, nodes(`volunteer.state.${label}`)));
    made.append(element('h3', { id: `title-${one.id}` }, what(one)));
    if (cancelled(one)) made.append(element('p', { class: 'note' }, nodes('volunteer.cancelled_by_center')));
    if (stepsOf(one, how).some(([action]) => action === how.asking)) {
      made.append(question(one, how));
      return made;
    }
    made.append(facts(one));
    if (group(one) === 'open' && how.stopped) made.append(element('p', { class: 'note' }, nodes('refusal.dispatch_stopped')));
    made.append(element('div', { class: 'actions' }, ...actions(one, how)));
    return made;
  }

  return { card, order, group };
})();
