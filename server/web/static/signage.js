// The screen in the room: shows one language after another, screen by screen, and goes on with what it has while the server is away.
(function () {
  'use strict';
  var shown = document.getElementById('page');
  var status = document.getElementById('status');
  var kept = {}, asOf = {}, timer = 0, wait = 1000;
  var here = location.pathname + location.search;

  function two(n) { return (n < 10 ? '0' : '') + n; }
  // The time where the center is.
  function clock(at) {
    try {
      return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: status.getAttribute('data-zone') }).format(at);
    } catch (unknownZone) {
      return two(at.getHours()) + ':' + two(at.getMinutes());
    }
  }
  function keep(url, page) { kept[url] = page; asOf[url] = new Date(); }
  keep(here, document.cloneNode(true));

  function isDrill(page) { return /\bis-drill\b/.test(page.documentElement.className); }
  function tellTime() {
    var face = document.getElementById('clock');
    if (face) face.textContent = clock(new Date());
  }
  function show(url, fresh) {
    var page = kept[url], turned = false;
    if (page) {
      turned = isDrill(document) && !isDrill(page) && !page.querySelector('.drill-banner');
      here = url;
      var next = document.importNode(page.getElementById('page'), true);
      document.title = page.title;
      document.documentElement.className = page.documentElement.className;
      document.documentElement.lang = page.documentElement.lang;
      document.documentElement.dir = page.documentElement.dir;
      shown.parentNode.replaceChild(next, shown);
      shown = next;
      ['data-lost', 'data-real'].forEach(function (name) { status.setAttribute(name, page.getElementById('status').getAttribute(name)); });
      window.scrollTo(0, 0);
    }
    if (fresh) status.textContent = turned ? status.getAttribute('data-real') : '';
    else status.textContent = status.getAttribute('data-lost').replace('{time}', clock(asOf[here]));
    tellTime();
  }
  function fetchPage(url, then) {
    var call = new XMLHttpRequest();
    call.open('GET', url);
    call.responseType = 'document';
    call.timeout = 8000;
    call.onloadend = function () {
      var page = call.readyState === 4 && call.status === 200 ? call.responseXML : null;
      var fresh = !!(page && page.getElementById('page'));
      if (fresh) keep(url, page);
      then(fresh);
    };
    call.send();
  }

  // Where the next screenful begins: at the first notice that is not wholly seen. -1: all was seen.
  function nextPosition() {
    var bar = document.getElementById('bar').getBoundingClientRect().height;
    var notices = shown.querySelectorAll('.notice');
    for (var i = 0; i < notices.length; i++) {
      var box = notices[i].getBoundingClientRect();
      if (box.bottom <= window.innerHeight) continue;
      if (box.top > bar + 8) return window.pageYOffset + box.top - bar - 8;
      return window.pageYOffset + (window.innerHeight - bar) * 0.85;
    }
    return -1;
  }
  function step() {
    var to = nextPosition(), from = window.pageYOffset;
    if (to >= 0) {
      window.scrollTo(0, to);
      if (window.pageYOffset > from) return plan();
    }
    var next = shown.getAttribute('data-next');
    fetchPage(next, function (fresh) {
      show(next, fresh);
      plan();
    });
  }
  function plan() {
    clearTimeout(timer);
    timer = setTimeout(step, Number(shown.getAttribute('data-seconds')) * 1000);
  }

  function changed() {
    fetchPage(here, function (fresh) {
      show(here, fresh);
      plan();
    });
  }
  function listen() {
    if (!window.EventSource) return;
    var source = new EventSource('/events');
    source.onopen = function () { wait = 1000; };
    source.onmessage = changed;
    ['resync', 'change', 'notice', 'activation'].forEach(function (name) { source.addEventListener(name, changed); });
    source.onerror = function () {
      if (source.readyState !== 2) return;
      source.close();
      setTimeout(listen, wait);
      wait = Math.min(wait * 2, 30000);
    };
  }

  setInterval(tellTime, 5000);
  tellTime();
  plan();
  listen();
})();
