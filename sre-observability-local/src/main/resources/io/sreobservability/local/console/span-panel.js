// Everything about one span: attributes, events, error, and the log records written in it and below it.

import { h, replace, empty } from './dom.js';
import { clock, duration } from './format.js';
import { get } from './live.js';

const GRAVE = new Set(['ERROR', 'FATAL']);

/** close() is called when the reader has seen enough, jump(spanId) when he follows a log record to its span. */
export function spanPanel(close, jump) {
  const element = h('aside', { class: 'card panel', hidden: true, 'aria-label': 'Span' });
  let wanted = null;
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });

  async function show(traceId, row, colour) {
    wanted = row.id;
    try {
      const span = await get('/console/api/span?' + new URLSearchParams({ trace: traceId, id: row.id }));
      if (wanted === row.id) draw(span, row, colour);
    } catch (error) {
      if (wanted === row.id) replace(element, empty('No answer', error.message));
    }
    element.hidden = wanted === null;
  }

  function hide() {
    wanted = null;
    element.hidden = true;
  }

  function draw(span, row, colour) {
    const error = span.status === 'ERROR';
    element.scrollTop = 0;
    replace(element,
      h('header', {},
        h('h2', { tabindex: '-1' }, span.name),
        h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: close }, '×')),
      h('p', { class: 'facts' },
        h('span', { class: 's' + colour }, h('span', { class: 'dot' }), span.service),
        h('span', {}, duration(row.duration)), h('span', {}, 'starts at ' + duration(row.start)),
        h('span', {}, span.kind.toLowerCase())),
      error && h('section', { class: 'failure' }, h('h3', {}, 'Error'),
        h('p', {}, h('strong', {}, span.attributes['error.type'] ?? 'ERROR'),
          span.statusMessage && ' ' + span.statusMessage)),
      logs('Log records', span.logs, false),
      logs('Log records of spans below', span.logsBelow, true),
      span.events.length > 0 && h('section', {}, h('h3', {}, 'Events'), span.events.map(event)),
      h('section', {}, h('h3', {}, 'Attributes'), pairs(span.attributes)),
      h('details', {}, h('summary', {}, 'Resource and scope'), pairs({ ...span.resource, 'otel.scope.name': span.scope }),
        pairs({ 'span id': span.id })));
  }

  function logs(title, records, elsewhere) {
    return records.length > 0 && h('section', { class: 'logs' }, h('h3', {}, title),
      records.map((record) => h('div', { class: GRAVE.has(record.severity) ? 'log bad' : record.severity === 'WARN' ? 'log warn' : 'log' },
        h('p', { class: 'muted' }, h('span', { class: 'severity' }, record.severity || 'LOG'), ' ', clock(record.time), ' ', record.service,
          elsewhere && h('button', { type: 'button', class: 'link', onclick: () => jump(record.spanId) }, 'to its span')),
        h('p', { class: 'text' }, record.text),
        record.attributes['exception.stacktrace'] && h('details', {}, h('summary', {}, 'Stack trace'),
          h('pre', {}, record.attributes['exception.stacktrace'])))));
  }

  const event = (one) => h('div', { class: 'event' },
    h('p', {}, h('strong', {}, one.name), h('span', { class: 'muted' }, ' after ' + duration(Math.max(0, one.at)))), pairs(one.attributes));

  function pairs(values) {
    const entries = Object.entries(values);
    if (entries.length === 0) return h('p', { class: 'muted' }, 'none');
    return h('table', { class: 'pairs' }, h('tbody', {}, entries.map(([key, value]) =>
      h('tr', {}, h('th', { scope: 'row' }, key), h('td', {}, pretty(value))))));
  }

  return { element, show, hide, focus: () => element.querySelector('h2')?.focus() };
}

/** JSON objects in lines of their own; everything else as it is. */
function pretty(value) {
  if (!/^\s*[[{]/.test(value) || value.length > 20000) return value;
  try {
    return h('pre', {}, JSON.stringify(JSON.parse(value), null, 1));
  } catch {
    return value;
  }
}
