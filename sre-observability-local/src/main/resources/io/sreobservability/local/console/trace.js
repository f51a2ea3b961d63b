// One trace: what it was about, what determined its length, where errors began, and its waterfall.

import { h, replace, route, empty } from './dom.js';
import { clock, duration, percent } from './format.js';
import { live } from './live.js';
import { waterfall } from './waterfall.js';
import { spanPanel } from './span-panel.js';

export function trace(main, [traceId], parameters) {
  let answer = null;
  let wanted = parameters.get('span');
  const head = h('div', {});
  const findings = h('div', { class: 'findings' });
  const fall = waterfall(choose, () => panel.focus());
  const panel = spanPanel(() => {
    fall.clear();
    fall.focus();
  }, (spanId) => fall.go(answer.rows.findIndex((row) => row.id === spanId)));
  const body = h('div', { class: 'trace-body' }, h('div', { class: 'card' }, fall.element, legend()), panel.element);
  replace(main, head, findings, body);

  const updates = live(() => '/console/api/trace?' + new URLSearchParams({ id: traceId }), (found) => {
    answer = found;
    draw();
  }, (error) => {
    // A trace that was asked for before its first span came.
    if (answer === null) replace(head, empty('No such trace', error.message));
  });

  function choose(row) {
    history.replaceState(null, '', route('trace/' + traceId, row ? { span: row.id } : {}));
    body.classList.toggle('with-panel', row !== null);
    if (row) panel.show(traceId, row, fall.colour(row.service));
    else panel.hide();
  }

  function draw() {
    const { trace: one, rows } = answer;
    document.title = (one.query ?? one.name) + ' · SRE Observability';
    replace(head,
      h('div', { class: 'head' }, h('h1', {}, one.query ?? one.name),
        one.running && h('span', { class: 'running' }, 'running'), h('span', { class: 'space' }),
        h('a', { class: 'button', href: route('compare', { right: traceId }) }, 'Compare with …')),
      h('dl', { class: 'facts' },
        fact('Duration', duration(one.duration)), fact('User', one.user ?? '–'), fact('Started', clock(one.start)),
        fact('Spans', one.spans.toLocaleString('en')), fact('Services', one.services.length),
        fact('Errors', one.errors > 0 ? h('span', { class: 'bad' }, one.errors) : '0'),
        one.investigationId && fact('Investigation', h('code', {}, one.investigationId)),
        fact('Trace', h('code', {}, traceId))));
    replace(findings, verdict(), origins(), path());
    fall.show(answer);
    drawServices();
    if (wanted !== null) {
      const index = rows.findIndex((row) => row.id === wanted);
      if (index >= 0) {
        wanted = null;
        fall.go(index);
      }
    }
  }

  const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));

  function verdict() {
    const found = answer.bottleneck;
    if (!found) return null;
    return h('section', { class: 'card finding bottleneck' }, h('h2', {}, 'Bottleneck'),
      h('p', {}, 'Slowest agent: ', to(found.row, found.agent), ' (' + duration(found.duration) + ', '
        + percent(found.duration, answer.trace.duration) + ' of the investigation); ' + duration(found.nanos) + ' of it ', why(found), '.'));
  }

  function why(found) {
    const slowest = answer.rows[found.slowest];
    switch (found.where) {
      case 'BACKEND': return ['waiting for the backend ', to(found.slowest, slowest.service)];
      case 'MODEL': return ['waiting for the model (', to(found.slowest, slowest.name), ')'];
      case 'TOOLS': return ['in its tools, outside the backends (slowest: ', to(found.slowest, slowest.name), ')'];
      default: return 'its own work, not its tools’';
    }
  }

  function origins() {
    if (answer.origins.length === 0) return null;
    return h('section', { class: 'card finding origins' }, h('h2', {}, 'Errors began here'),
      h('ul', {}, answer.origins.map((origin) => h('li', {}, to(origin.rows[0], origin.cause, 'bad'),
        h('span', { class: 'muted' }, ' ' + (origin.rows.length > 1 ? origin.rows.length + ' times, ' : '') + 'seen by ' + origin.service)))));
  }

  function path() {
    if (answer.path.length === 0) return null;
    return h('section', { class: 'card finding path' }, h('h2', {}, 'Critical path, own time'),
      h('ol', {}, answer.path.map(({ row, nanos }) => h('li', {},
        h('span', { class: 'meter s' + fall.colour(answer.rows[row].service) },
          h('span', { style: { width: (100 * nanos) / answer.trace.duration + '%' } })),
        h('span', { class: 'number' }, duration(nanos)),
        h('span', { class: 'number muted' }, percent(nanos, answer.trace.duration)),
        to(row, named(row))))));
  }

  /** Model calls and the like say little without the agent that asked. */
  function named(row) {
    const span = answer.rows[row];
    if (/^(supervisor|agent|tool|memory)\./.test(span.name)) return span.name;
    for (let i = row - 1; i >= 0; i--) {
      const above = answer.rows[i];
      if (above.end > row && /^(supervisor|agent|tool|memory)\./.test(above.name)) return span.name + ' in ' + above.name;
    }
    return span.name;
  }

  const to = (row, text, kind) => h('button', { type: 'button', class: kind ? 'link ' + kind : 'link', onclick: () => fall.go(row) }, text);

  function legend() {
    return h('footer', { class: 'legend' }, h('span', { class: 'services' }),
      h('span', { class: 'key' }, h('span', { class: 'stripe' }), 'critical path: own time'), h('span', { class: 'space' }),
      h('span', { class: 'keys' }, ['↑↓ move', '←→ fold', 'Enter details', 'Esc close', 'e next error', 'c critical path']
        .map((hint) => h('span', {}, hint))));
  }

  function drawServices() {
    replace(body.querySelector('.services'), fall.services().map((service) =>
      h('span', { class: 'key s' + fall.colour(service) }, h('span', { class: 'dot' }), service)));
  }

  return () => {
    updates.stop();
    fall.stop();
  };
}
