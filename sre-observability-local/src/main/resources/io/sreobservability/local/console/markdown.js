// The Markdown of text widgets: headings, paragraphs, lists, tables, code, emphasis and links. Everything else is plain text.

import { h } from './dom.js';

export function markdown(text) {
  const lines = text.replace(/\r/g, '').split('\n');
  const blocks = [];
  for (let i = 0; i < lines.length;) i = block(lines, i, blocks);
  return h('div', { class: 'markdown' }, blocks);
}

/** Adds the block that begins at a line, and returns the line after it. */
function block(lines, at, blocks) {
  const line = lines[at];
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (line.trim() === '') return at + 1;
  if (heading) {
    blocks.push(h('h' + Math.min(6, heading[1].length + 1), {}, inline(heading[2])));
    return at + 1;
  }
  if (/^```/.test(line)) {
    const end = lines.findIndex((other, i) => i > at && /^```/.test(other));
    blocks.push(h('pre', {}, lines.slice(at + 1, end < 0 ? undefined : end).join('\n')));
    return end < 0 ? lines.length : end + 1;
  }
  if (/^\s*[-*]\s+/.test(line)) return list(lines, at, blocks, 'ul', /^\s*[-*]\s+/);
  if (/^\s*\d+\.\s+/.test(line)) return list(lines, at, blocks, 'ol', /^\s*\d+\.\s+/);
  if (/^\s*\|/.test(line)) return table(lines, at, blocks);
  let end = at;
  while (end < lines.length && lines[end].trim() !== '' && !/^(#{1,6}\s|```|\s*\|)/.test(lines[end])) end++;
  blocks.push(h('p', {}, inline(lines.slice(at, Math.max(end, at + 1)).join(' '))));
  return Math.max(end, at + 1);
}

function list(lines, at, blocks, kind, mark) {
  let end = at;
  while (end < lines.length && mark.test(lines[end])) end++;
  blocks.push(h(kind, {}, lines.slice(at, end).map((item) => h('li', {}, inline(item.replace(mark, ''))))));
  return end;
}

function table(lines, at, blocks) {
  let end = at;
  while (end < lines.length && /^\s*\|/.test(lines[end])) end++;
  const rows = lines.slice(at, end).filter((row) => !/^[\s|:-]+$/.test(row))
    .map((row) => row.trim().replace(/^\||\|$/g, '').split('|'));
  blocks.push(h('table', { class: 'rows dense' }, h('tbody', {}, rows.map((row, i) =>
    h('tr', {}, row.map((one) => h(i === 0 ? 'th' : 'td', {}, inline(one.trim()))))))));
  return end;
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(text) {
  const parts = [];
  let reached = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(reached, match.index));
    reached = match.index + match[0].length;
    const [, code, strong, soft, label, address] = match;
    if (code) parts.push(h('code', {}, code));
    else if (strong) parts.push(h('strong', {}, inline(strong)));
    else if (soft) parts.push(h('em', {}, soft));
    else parts.push(link(label, address));
  }
  parts.push(text.slice(reached));
  return parts;
}

/** Only to the web: no address that runs something. */
function link(label, address) {
  return /^https?:\/\//.test(address)
    ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label)
    : h('span', {}, label);
}
