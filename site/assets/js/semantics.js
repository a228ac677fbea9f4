// How an argument is weighed, as graph/semantics does it: the quadratic energy model (Potyka,
// KR 2018) with linked premises, relevance and undercuts, and a lower and an upper bound on every
// strength. Nothing of a page is known here. Nodes are claims first and then links, by number; the
// order of every computation is that of the Python, so that slow cycles are given up alike.

const MARGIN = 0.05;
const NOTICEABLE = 1e-9;
/** More than the rounding error of one strength or force. */
const ROUNDING = 2 ** -50;
const FIRST_LEAP = 40;
const LARGEST_LEAP = 250;
const WORK = [20_000, 400];

/** Thrown when a cycle takes more than a moment, where no `leap` was given to help it on. */
export class SlowCycle extends Error {}

/**
 * A sum without rounding errors but the last: Shewchuk (1997), as Python's `fsum`.
 *
 * @type {(values: number[]) => number}
 */
export function sum(values) {
  if (values.length < 3) return (values[0] ?? 0) + (values[1] ?? 0);
  /** @type {number[]} */
  const parts = [];
  for (let added of values) {
    let kept = 0;
    for (let part of parts) {
      if (Math.abs(added) < Math.abs(part)) [added, part] = [part, added];
      const high = added + part;
      const low = part - (high - added);
      if (low) parts[kept++] = low;
      added = high;
    }
    parts.length = kept;
    parts.push(added);
  }
  let total = /** @type {number} */ (parts.pop());
  while (parts.length) {
    const part = /** @type {number} */ (parts.pop());
    const high = total + part;
    const low = part - (high - total);
    total = high;
    if (low) {
      // Halfway between two numbers, what lies below decides.
      const below = Math.sign(parts.at(-1) ?? 0);
      if (Math.sign(low) === below && high + 2 * low - high === 2 * low) total = high + 2 * low;
      break;
    }
  }
  return total;
}

/**
 * h(x) = x² / (1 + x²) for x > 0, otherwise 0, in a form that keeps order under rounding.
 *
 * @type {(energy: number) => number}
 */
export const impact = (energy) => (energy <= 0 ? 0 : 1 - 1 / (1 + energy * energy));

/**
 * Claims and links as numbered nodes, from a file of `frameworks/`.
 *
 * @type {(file: Pick<FrameworkFile, "claims" | "base" | "links">) => Graph}
 */
export function framework({ claims, base, links }) {
  const size = claims.length + links.length;
  /** @type {() => number[][]} */
  const lists = () => Array.from({ length: size }, () => []);
  const [helping, hindering, dependents] = [lists(), lists(), lists()];
  const weights = new Float64Array(size).fill(0.5, 0, claims.length);
  for (const [claim, score] of Object.entries(base)) weights[Number(claim)] = score;
  links.forEach(([, kind, premises, target, relevance], place) => {
    const node = claims.length + place;
    weights[node] = relevance;
    helping[node] = [...new Set(premises)].sort((a, b) => a - b);
    for (const premise of helping[node]) dependents[premise].push(node);
    (kind === "+" ? helping : hindering)[target].push(node);
    dependents[node].push(target);
  });
  const inputs = helping.map((helps, node) => helps.concat(hindering[node]));
  const numbers = new Map(claims.map((claim, number) => [claim, number]));
  const components = stronglyConnectedComponents(inputs);
  return { claims, numbers, weights, helping, hindering, dependents, inputs, components };
}

/**
 * Tarjan (1972), with its own stack; inputs come before what depends on them.
 *
 * @type {(inputs: number[][]) => number[][]}
 */
export function stronglyConnectedComponents(inputs) {
  const size = inputs.length;
  const [entered, left, low] = [0, 0, 0].map(() => new Int32Array(size));
  /** @type {number[]} */
  const path = [];
  const found = [];
  let clock = 0;
  /** @type {(node: number, search: Pair[]) => void} */
  const enter = (node, search) => {
    entered[node] = low[node] = ++clock;
    path.push(node);
    search.push([node, 0]);
  };
  for (let root = 0; root < size; root++) {
    if (entered[root]) continue;
    /** @type {Pair[]} */
    const search = [];
    enter(root, search);
    while (search.length) {
      const top = search[search.length - 1];
      const node = top[0];
      let descended = false;
      while (top[1] < inputs[node].length) {
        const following = inputs[node][top[1]++];
        if (!entered[following]) {
          enter(following, search);
          descended = true;
          break;
        }
        low[node] = Math.min(low[node], low[following]);
      }
      if (descended) continue;
      search.pop();
      left[node] = ++clock;
      if (search.length) {
        const parent = search[search.length - 1][0];
        low[parent] = Math.min(low[parent], low[node]);
      }
      if (low[node] === entered[node]) {
        const members = path.splice(path.lastIndexOf(node));
        // Beyond any clock: a finished component no longer lowers others.
        for (const member of members) low[member] = 4 * size;
        found.push(members.sort((a, b) => left[a] - left[b]));
      }
    }
  }
  return found;
}

/** @type {(nodes: number[], values: Float64Array) => number} */
const total = (nodes, values) => sum(nodes.map((node) => values[node]));

/** @type {(graph: Graph, node: number, helping: Float64Array, hindering: Float64Array) => number} */
function value(graph, node, helping, hindering) {
  const helps = graph.helping[node];
  const hinders = graph.hindering[node];
  const weight = graph.weights[node];
  if (node < graph.claims.length) {
    const energy = total(helps, helping) - total(hinders, hindering);
    if (energy > 0) return weight + (1 - weight) * impact(energy);
    return energy < 0 ? weight - weight * impact(-energy) : weight;
  }
  const weakest = helps.reduce((least, premise) => Math.min(least, helping[premise]), 1);
  return hinders.length ? weight * (1 - impact(total(hinders, hindering))) * weakest : weight * weakest;
}

/**
 * The bounds of a node that follow from those of its inputs, rounded outwards.
 *
 * @type {(graph: Graph, node: number, bounds: Bounds) => Pair}
 */
export function tightened(graph, node, { lower, upper }) {
  return [
    value(graph, node, lower, upper) - ROUNDING,
    value(graph, node, upper, lower) + ROUNDING,
  ];
}

/** @type {(graph: Graph, bounds: Bounds, nodes: number[], cyclic: boolean, leap?: Leap) => void} */
function settle(graph, bounds, nodes, cyclic, leap) {
  const { lower, upper } = bounds;
  if (!cyclic) {
    const [node] = nodes;
    const low = value(graph, node, lower, upper);
    upper[node] = value(graph, node, upper, lower);
    lower[node] = low;
    return;
  }
  for (const node of nodes) [lower[node], upper[node]] = [0, 1];
  const members = new Set(nodes);
  const stale = new Set(nodes);
  let work = WORK[0] + WORK[1] * nodes.length;
  let nextLeap = FIRST_LEAP;
  for (let sweeps = 1; stale.size && work > 0; sweeps++) {
    for (const node of nodes) {
      if (!stale.delete(node)) continue;
      work--;
      const [low, high] = tightened(graph, node, bounds);
      if (!(low > lower[node] || high < upper[node])) continue;
      lower[node] = Math.max(lower[node], low);
      upper[node] = Math.min(upper[node], high);
      for (const other of graph.dependents[node]) if (members.has(other)) stale.add(other);
    }
    if (stale.size && sweeps === FIRST_LEAP && !leap) throw new SlowCycle();
    if (stale.size && sweeps === nextLeap && nodes.length <= LARGEST_LEAP) {
      nextLeap *= 2;
      if (leap?.(graph, bounds, nodes)) for (const node of nodes) stale.add(node);
    }
  }
}

/**
 * The bands of all nodes, as `{ lower, upper }`. `fixed` maps nodes to the strength that a reader
 * gives them. With the bands `before` it, only what lies downstream of these nodes is weighed.
 * Without `leap`, that of newton.js, it throws a SlowCycle where that would be called for.
 *
 * @type {(graph: Graph, options?: { fixed?: Map<number, number>, before?: Bounds, leap?: Leap }) => Bounds}
 */
export function weigh(graph, { fixed = new Map(), before, leap } = {}) {
  const size = graph.weights.length;
  const lower = before ? before.lower.slice() : new Float64Array(size);
  const upper = before ? before.upper.slice() : new Float64Array(size);
  const moved = new Uint8Array(size);
  for (const [node, strength] of fixed) {
    moved[node] = Number(!before || lower[node] !== strength || upper[node] !== strength);
    lower[node] = upper[node] = strength;
  }
  for (const component of graph.components) {
    const nodes = fixed.size ? component.filter((node) => !fixed.has(node)) : component;
    if (before && !component.some((node) => graph.inputs[node].some((other) => moved[other]))) continue;
    const cyclic = component.length > 1 || graph.inputs[component[0]].includes(component[0]);
    if (nodes.length) settle(graph, { lower, upper }, nodes, cyclic, leap);
    for (const node of nodes) {
      moved[node] = Number(!before || lower[node] !== before.lower[node] || upper[node] !== before.upper[node]);
    }
  }
  return { lower, upper };
}

/**
 * The word for a band: supported, opposed, undecided or unargued.
 *
 * @type {(band: Pair, base: number, argued: boolean) => Standing}
 */
export function standing([lower, upper], base, argued) {
  if (!argued) return "unargued";
  if (lower > base + MARGIN) return "supported";
  return upper < base - MARGIN ? "opposed" : "undecided";
}

/**
 * The standing of every claim with these bands, by number; one that is fixed counts as argued.
 *
 * @type {(graph: Graph, bounds: Bounds, fixed?: Map<number, number>) => Standing[]}
 */
export function standings(graph, { lower, upper }, fixed = new Map()) {
  return graph.claims.map((_, node) =>
    standing(
      [lower[node], upper[node]],
      graph.weights[node],
      fixed.has(node) || graph.inputs[node].length > 0,
    ),
  );
}

/**
 * All that changes when these claims are rejected and accepted, as `betoog reject --json` lists
 * it. `before` holds the bands without; `leap` is as in `weigh`.
 *
 * @type {(graph: Graph, before: Bounds, rejected: string[], accepted?: string[], leap?: Leap) => Change[]}
 */
export function reject(graph, before, rejected, accepted = [], leap = undefined) {
  const fixed = new Map();
  for (const claim of rejected) fixed.set(graph.numbers.get(claim), 0);
  for (const claim of accepted) fixed.set(graph.numbers.get(claim), 1);
  const after = weigh(graph, { fixed, before, leap });
  const [old, now] = [standings(graph, before), standings(graph, after, fixed)];
  /** @type {(each: Change) => number} */
  const size = (each) =>
    Math.round((Math.abs(each.after[0] + each.after[1] - each.before[0] - each.before[1]) / 2) * 1e12);
  return graph.claims
    .map((id, node) => /** @type {Change} */ ({
      id,
      before: [before.lower[node], before.upper[node]],
      after: [after.lower[node], after.upper[node]],
      standing: [old[node], now[node]],
    }))
    .filter((each) => each.after.some((bound, end) => Math.abs(bound - each.before[end]) > NOTICEABLE))
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}
