// Makes elements. Whatever comes from telemetry goes through here and ends as text: there is no way to hand over HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** h('a', {class: 'x', href: '#/', onclick: f}, 'text', child, ...): absent children (null, false) are left out. */
export function h(name, properties, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** The same for SVG. */
export function s(name, properties, ...children) {
  return fill(document.createElementNS(SVG, name), properties, children);
}

function fill(element, properties, children) {
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'style') for (const [name, css] of Object.entries(value)) element.style.setProperty(name, css);
    else element.setAttribute(key, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false) element.append(String(child));
  }
}

/** Puts new children in place of the old. */
export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** An attribute of a route's address. */
export const route = (path, parameters) => {
  const query = new URLSearchParams(parameters ?? {}).toString();
  return '#/' + path + (query ? '?' + query : '');
};

export const empty = (title, hint) => h('div', { class: 'empty' }, h('strong', {}, title), hint && h('p', {}, hint));

/** The agents of an investigation. */
export const chips = (agents) => agents.map((agent) =>
  [h('span', { class: agent.failed ? 'chip bad' : 'chip', title: agent.name + (agent.failed ? ' failed' : '') }, agent.name), ' ']);
