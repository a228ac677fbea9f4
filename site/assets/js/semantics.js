// How an argument is weighed, as graph/semantics does it: grounds, reasons, objections, conditions
// and undercuts come to a balance, with a lower and an upper bound. Nothing of a page is known here.
// Nodes are claims first, with a balance in [-1, 1], and then links, with a force in [0, 1], by
// number; the order of every computation is that of the Python, so that slow cycles are given up alike.

/** A tenth, and more than the rounding error of a value: figures of one decimal come to a tenth all the time. */
export const MARGIN = 0.1 + 1e-9;
/** The least that balances and forces are told apart by: less is rounding. */
export const NOTICEABLE = 1e-9;
/** Up to this, a force is none: a cycle may leave as much of nothing. */
const FORCELESS = 1e-6;
/** More than the rounding error of one balance or force. */
const ROUNDING = 2 ** -50;
const FIRST_LEAP = 40;
const LARGEST_LEAP = 250;
const WORK = [20_000, 400];
const [SMALL, PATIENCE] = [50, 20];
/** So many inputs of one cycle are read in a moment, and so many in a few seconds. */
const [MOMENT, SECONDS] = [500_000, 50_000_000];

/** Thrown when a cycle takes more than a moment, where no `leap` was given to help it on. */
export class SlowCycle extends Error {}
/** Thrown when a cycle takes more than seconds. */
export class TooMuchWork extends Error {}

/**
 * Claims and links as numbered nodes, from a file of `frameworks/`. What raises a node is `helping`
 * it: the supports of a claim, the premises of a link. What lowers it is `hindering`: contradictions
 * and conditions of a claim, undercuts of a link. `opposing` are the premises of a condition, whose
 * force rises as they fall.
 *
 * @type {(file: Pick<FrameworkFile, "claims" | "grounds" | "links">, accounting?: Accounting) => Graph}
 */
export function framework({ claims, grounds, links }, accounting = "accrual") {
  const size = claims.length + links.length;
  /** @type {() => number[][]} */
  const lists = () => Array.from({ length: size }, () => []);
  const [helping, hindering, dependents] = [lists(), lists(), lists()];
  /** @type {Graph["opposing"]} */
  const opposing = new Map();
  const weights = new Float64Array(size);
  weights.set(grounds.map(([, ground]) => ground));
  links.forEach(([, kind, premises, target, relevance], place) => {
    const node = claims.length + place;
    weights[node] = relevance;
    const from = [...new Set(premises)].sort((a, b) => a - b);
    if (kind === "?") opposing.set(node, from);
    else helping[node] = from;
    for (const premise of from) dependents[premise].push(node);
    (kind === "+" ? helping : hindering)[target].push(node);
    dependents[node].push(target);
  });
  const inputs = helping.map((helps, node) => helps.concat(hindering[node], opposing.get(node) ?? []));
  const numbers = new Map(claims.map((claim, number) => [claim, number]));
  const components = stronglyConnectedComponents(inputs);
  const kinds = grounds.map(([kind]) => kind);
  return { claims, kinds, numbers, weights, helping, hindering, opposing, dependents, inputs, components, accounting };
}

/**
 * Tarjan (1972), with its own stack; inputs come before what depends on them.
 *
 * @type {(inputs: number[][]) => number[][]}
 */
export function stronglyConnectedComponents(inputs) {
  const size = inputs.length;
  const [entered, low] = [0, 0].map(() => new Int32Array(size));
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
      if (search.length) {
        const parent = search[search.length - 1][0];
        low[parent] = Math.min(low[parent], low[node]);
      }
      if (low[node] === entered[node]) {
        const members = path.splice(path.lastIndexOf(node));
        // Beyond any clock: a finished component no longer lowers others.
        for (const member of members) low[member] = size + 1;
        found.push(members.length > 1 ? inOrder(members, inputs) : members);
      }
    }
  }
  return found;
}

/**
 * A component in the order in which a search through it alone, from its least node, leaves the nodes:
 * the same whatever lies around it.
 *
 * @type {(component: number[], inputs: number[][]) => number[]}
 */
function inOrder(component, inputs) {
  const waiting = new Set(component);
  const left = [];
  /** @type {Pair[]} */
  const search = [];
  /** @type {(node: number) => void} */
  const enter = (node) => {
    waiting.delete(node);
    search.push([node, 0]);
  };
  enter(component.reduce((least, node) => Math.min(least, node)));
  while (search.length) {
    const top = search[search.length - 1];
    const following = inputs[top[0]][top[1]++];
    if (following === undefined) left.push(/** @type {Pair} */ (search.pop())[0]);
    else if (waiting.has(following)) enter(following);
  }
  return left;
}

/**
 * The least value that a node can have.
 *
 * @type {(graph: Graph, node: number) => number}
 */
export const least = (graph, node) => (node < graph.claims.length ? -1 : 0);
/** @type {(forces: number[]) => number} */
const remainder = (forces) => forces.reduce((left, force) => left * (1 - force), 1);
/** @type {Record<Accounting, (forces: number[]) => number>} */
const TOGETHER = {
  accrual: (forces) => 1 - remainder(forces),
  strongest: (forces) => Math.max(0, ...forces),
};

/** @type {(graph: Graph, node: number, rising: Float64Array, falling: Float64Array) => number} */
function value({ claims, weights, helping, hindering, opposing, accounting }, node, rising, falling) {
  const helps = helping[node].map((other) => rising[other]);
  const hinders = hindering[node].map((other) => falling[other]);
  const weight = weights[node];
  if (node < claims.length) {
    const carried = helps.length ? TOGETHER[accounting]([weight, ...helps]) : weight;
    return hinders.length ? carried - TOGETHER[accounting](hinders) : carried;
  }
  const opposed = opposing.get(node)?.map((other) => -falling[other]);
  return weight * remainder(hinders) * Math.max(0, opposed ? Math.max(...opposed) : Math.min(...helps));
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

/** @type {(graph: Graph, bounds: Bounds, nodes: number[], cyclic: boolean, most: number, leap?: Leap) => void} */
function settle(graph, bounds, nodes, cyclic, most, leap) {
  const { lower, upper } = bounds;
  if (!cyclic) {
    const [node] = nodes;
    const low = value(graph, node, lower, upper);
    upper[node] = value(graph, node, upper, lower);
    lower[node] = low;
    return;
  }
  for (const node of nodes) [lower[node], upper[node]] = [least(graph, node), 1];
  const members = new Set(nodes);
  const stale = new Set(nodes);
  const small = nodes.filter((node) => node < graph.claims.length).length <= SMALL;
  let work = (WORK[0] + WORK[1] * nodes.length) * (small ? PATIENCE : 1);
  let nextLeap = FIRST_LEAP;
  let reads = 0;
  for (let sweeps = 1; stale.size && work > 0; sweeps++) {
    for (const node of nodes) {
      if (!stale.delete(node)) continue;
      work--;
      reads += graph.inputs[node].length;
      const [low, high] = tightened(graph, node, bounds);
      if (!(low > lower[node] || high < upper[node])) continue;
      lower[node] = Math.max(lower[node], low);
      upper[node] = Math.min(upper[node], high);
      for (const other of graph.dependents[node]) if (members.has(other)) stale.add(other);
    }
    if (stale.size && reads > most) throw leap ? new TooMuchWork() : new SlowCycle();
    if (!stale.size || sweeps !== nextLeap || !(small || nodes.length <= LARGEST_LEAP)) continue;
    if (!leap) throw new SlowCycle();
    const made = leap(graph, bounds, nodes);
    if (made.done) return;
    nextLeap += small && made.moved ? FIRST_LEAP : sweeps;
    if (made.moved) for (const node of nodes) stale.add(node);
  }
}

/**
 * The bands of all nodes, as `{ lower, upper }`. `fixed` maps nodes to the strength that a reader
 * gives them. With the bands `before` it, only what lies downstream of these nodes is weighed.
 * Without `leap`, that of newton.js, it throws a SlowCycle where that would be called for. Of one cycle,
 * `most` inputs are read: where they are not enough, it throws a SlowCycle too, or with `leap` TooMuchWork.
 *
 * @type {(graph: Graph, options?: { fixed?: Map<number, number>, before?: Bounds, leap?: Leap, most?: number }) => Bounds}
 */
export function weigh(graph, { fixed = new Map(), before, leap, most = leap ? SECONDS : MOMENT } = {}) {
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
    if (nodes.length) settle(graph, { lower, upper }, nodes, cyclic, most, leap);
    for (const node of nodes) {
      moved[node] = Number(!before || lower[node] !== before.lower[node] || upper[node] !== before.upper[node]);
    }
  }
  return { lower, upper };
}

/**
 * The word for a balance, given the kind of ground and the most that a support of the claim, and an
 * objection to it, can have as force.
 *
 * @type {(balance: Pair, ground: GroundKind, support: number, objection: number) => Standing}
 */
export function standing([lower, upper], ground, support, objection) {
  if (upper < -MARGIN) return "opposed";
  if (lower > MARGIN) return support > FORCELESS ? "supported" : ground === "documented" ? ground : "granted";
  // A band that reaches over a margin is open.
  return objection > MARGIN || upper > MARGIN || lower < -MARGIN ? "disputed" : "bare";
}

/**
 * The standing of every claim with these bands, by number.
 *
 * @type {(graph: Graph, bounds: Bounds) => Standing[]}
 */
export function standings({ claims, kinds, helping, hindering }, { lower, upper }) {
  /** @type {(links: number[]) => number} */
  const most = (links) => Math.max(0, ...links.map((link) => upper[link]));
  return claims.map((_, node) =>
    standing([lower[node], upper[node]], kinds[node], most(helping[node]), most(hindering[node])),
  );
}

/**
 * The bands when these claims are rejected and accepted; `before` holds those without, `leap` is as
 * in `weigh`.
 *
 * @type {(graph: Graph, before: Bounds, rejected: string[], accepted?: string[], leap?: Leap) => Bounds}
 */
export function decided(graph, before, rejected, accepted = [], leap = undefined) {
  const fixed = new Map();
  for (const claim of rejected) fixed.set(graph.numbers.get(claim), -1);
  for (const claim of accepted) fixed.set(graph.numbers.get(claim), 1);
  return weigh(graph, { fixed, before, leap });
}

/** @type {(one: Pair, other: Pair) => boolean} */
const differ = (one, other) => one.some((bound, end) => Math.abs(bound - other[end]) > NOTICEABLE);

/**
 * The claims of which the band, the standing or a side of the scale changes, in order of how far the band
 * moves.
 *
 * @type {(graph: Graph, before: Bounds, after: Bounds) => Change[]}
 */
export function changes(graph, before, after) {
  const [old, now] = [standings(graph, before), standings(graph, after)];
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
    .filter((each, node) => {
      if (differ(each.before, each.after) || each.standing[0] !== each.standing[1]) return true;
      const [first, then] = [sides(graph, before, node), sides(graph, after, node)];
      return differ(first.carried, then.carried) || differ(first.taken, then.taken);
    })
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

/**
 * What carries a claim and what is taken from it.
 *
 * @type {(graph: Graph, bounds: Bounds, node: number) => Sides}
 */
export function sides({ weights, helping, hindering, accounting }, { lower, upper }, node) {
  /** @type {(links: number[], ground: number[]) => Pair} */
  const together = (links, ground) => {
    const [low, high] = [lower, upper].map((end) =>
      TOGETHER[accounting](ground.concat(links.map((link) => end[link]))),
    );
    return [low, high];
  };
  return { carried: together(helping[node], [weights[node]]), taken: together(hindering[node], []) };
}
