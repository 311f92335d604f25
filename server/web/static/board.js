// Keeps a board page current: listens to /events, fetches the page again when something changed and swaps what is shown.
// Old phones get this as well: no syntax newer than ES5. Without EventSource or script the page is complete as it came.
(function () {
  'use strict';
  var shown = document.getElementById('page');
  var status = document.getElementById('status');
  if (!shown || !status || !window.XMLHttpRequest) return;

  var checkEvery = 60000, giveUpAfter = 10000;
  var asOf = new Date(), lost = false, fetching = false, again = false, timer = 0, source = null, wait = 1000;
  var turned = false; // it is being said that the drill is over

  function two(n) { return (n < 10 ? '0' : '') + n; }
  // The time where the center is.
  function clock(at) {
    try {
      return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: status.getAttribute('data-zone') }).format(at);
    } catch (unknownZone) {
      return two(at.getHours()) + ':' + two(at.getMinutes());
    }
  }

  function say(text) { if (status.textContent !== text) status.textContent = text; }
  function setLost(now) {
    lost = now;
    if (lost) say(status.getAttribute('data-lost').replace('{time}', clock(asOf)));
    else if (status.getAttribute('data-saying') === null) say('');
  }
  var ending = 0;
  function announce(text, ms) {
    status.setAttribute('data-saying', '');
    say(text);
    clearTimeout(ending);
    ending = setTimeout(function () {
      status.removeAttribute('data-saying');
      turned = false;
      if (!lost) say('');
    }, ms);
  }

  // What stands at the top of the window must not move away under the reader's eyes.
  function anchor() {
    var all = shown.querySelectorAll('[id]');
    for (var i = 0; i < all.length; i++) {
      var top = all[i].getBoundingClientRect().top;
      if (top >= 0 && top < window.innerHeight) return { id: all[i].id, top: top };
    }
    return null;
  }
  function versions() {
    var found = {}, all = shown.querySelectorAll('[data-version]');
    for (var i = 0; i < all.length; i++) found[all[i].id] = all[i].getAttribute('data-version');
    return found;
  }
  function markFresh(before) {
    var all = shown.querySelectorAll('[data-version]'), changed = false;
    for (var i = 0; i < all.length; i++) {
      if (before[all[i].id] === all[i].getAttribute('data-version')) continue;
      all[i].className += ' fresh';
      changed = true;
    }
    return changed;
  }
  function isDrill(page) { return /\bis-drill\b/.test(page.documentElement.className); }
  function swap(page) {
    var next = page.getElementById('page');
    if (!next || next.innerHTML === shown.innerHTML) return;
    var before = versions(), keep = window.pageYOffset > 40 ? anchor() : null;
    var focused = document.activeElement && document.activeElement.id;
    if (isDrill(document) && !isDrill(page) && !page.querySelector('.drill-banner')) turned = true;
    document.title = page.title;
    document.documentElement.className = page.documentElement.className;
    next = document.importNode(next, true);
    shown.parentNode.replaceChild(next, shown);
    shown = next;
    var changed = markFresh(before);
    var moved = keep && document.getElementById(keep.id);
    if (moved) window.scrollBy(0, moved.getBoundingClientRect().top - keep.top);
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
    if (turned) announce(status.getAttribute('data-real'), 20000);
    else if (changed) announce(status.getAttribute('data-new'), 5000);
  }

  function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    clearTimeout(timer);
    var call = new XMLHttpRequest();
    call.open('GET', location.pathname + location.search);
    call.responseType = 'document';
    call.timeout = giveUpAfter;
    call.onloadend = function () {
      fetching = false;
      var page = call.readyState === 4 && (call.status === 200 || call.status === 404) ? call.responseXML : null;
      if (page && page.getElementById('page')) {
        asOf = new Date();
        swap(page);
        setLost(false);
      } else setLost(true);
      timer = setTimeout(refresh, again ? 0 : lost ? 5000 : checkEvery);
      again = false;
    };
    call.send();
  }
  // Many phones hear of a change at the same moment; they ask within the next few tenths of a second.
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(refresh, Math.random() * 300);
  }

  function listen() {
    if (!window.EventSource) return;
    source = new EventSource('/events');
    source.onopen = function () {
      wait = 1000;
      soon();
    };
    source.onmessage = soon;
    ['resync', 'change', 'notice', 'activation'].forEach(function (name) { source.addEventListener(name, soon); });
    source.onerror = function () {
      if (new Date() - asOf > 3000) soon();
      if (source.readyState !== 2) return; // the browser connects again by itself
      source.close();
      setTimeout(listen, wait);
      wait = Math.min(wait * 2, 30000);
    };
  }

  window.addEventListener('online', soon);
  window.addEventListener('offline', function () { setLost(true); });
  document.addEventListener('visibilitychange', function () { if (!document.hidden) soon(); });
  // A page taken from the browser's own memory may be hours old.
  window.addEventListener('pageshow', function (event) { if (event.persisted) soon(); });
  timer = setTimeout(refresh, checkEvery);
  listen();
})();
