// Shows the page that the address names, and ends the one before.

import { h, replace, empty } from './dom.js';
import { investigations } from './investigations.js';
import { trace } from './trace.js';
import { compare } from './compare.js';
import { dashboard } from './dashboard.js';
import { queries } from './queries.js';

const PAGES = { '': investigations, trace, compare, dashboard, queries };
const NAMES = { '': 'investigations' };
const main = document.getElementById('main');
let leave = null;

function show() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [name, ...rest] = path.split('/').map(decodeURIComponent);
  if (location.hash === '#main') return;
  leave?.();
  leave = null;
  replace(main);
  main.className = 'page-' + (NAMES[name] ?? name);
  for (const link of document.querySelectorAll('nav a')) {
    const current = link.dataset.page === (name === 'trace' ? 'investigations' : NAMES[name] ?? name);
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : null;
  if (page === null) {
    replace(main, empty('There is no such page.', h('a', { href: '#/' }, 'To the investigations')));
    return;
  }
  leave = page(main, rest, new URLSearchParams(query ?? ''));
}

addEventListener('hashchange', show);
show();
