// Routes between claims, found as `betoog trace` finds them: shortest first, then by name.

/**
 * The order of two lists, by their first difference.
 *
 * @type {(one: string[], other: string[]) => number}
 */
function order(one, other) {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    if (one[place] !== other[place]) return one[place] < other[place] ? -1 : 1;
  }
  return one.length - other.length;
}

/** @type {(one: Way, other: Way) => boolean} */
const before = (one, other) =>
  (one.least - other.least || order(one.claims, other.claims) || order(one.links, other.links)) < 0;

/** A claim on a route, and behind a space the one link by which it goes on. */
const doubting = (/** @type {string} */ claim, /** @type {string} */ link) => `${claim} ${link}`;
/** @type {(place: string) => string} */
const claimAt = (place) => place.split(" ", 1)[0];

/**
 * The steps up from each place: [link's id, kind, the place it leads to]. An undercut leads to the
 * claim that the step it is aimed at bears on, and an undercut of an undercut to the claim that
 * casts that doubt, from where only the doubt leads on.
 *
 * @type {(framework: Pick<FrameworkFile, "claims" | "links">) => Map<string, Step[]>}
 */
function stepsOf({ claims, links }) {
  const steps = new Map(claims.map((id) => [id, /** @type {Step[]} */ ([])]));
  const first = claims.length;
  /** @type {(target: number) => boolean} */
  const atLink = (target) => target >= first;
  /** @type {(target: number) => string} */
  const placeAt = (target) => {
    if (!atLink(target)) return claims[target];
    const [id, , premises, aim] = links[target - first];
    if (!atLink(aim)) return claims[aim];
    return doubting(claims[premises[0]], id);
  };
  for (const [id, kind, premises, target] of links) {
    /** @type {Step} */
    const step = [id, kind, placeAt(target)];
    for (const premise of new Set(premises)) steps.get(claims[premise])?.push(step);
    if (atLink(target)) steps.set(doubting(claims[premises[0]], id), [step]);
  }
  return steps;
}

/**
 * How many steps it is at least from each claim to one of the ends.
 *
 * @type {(steps: Map<string, Step[]>, ends: string[]) => Map<string, number>}
 */
function distances(steps, ends) {
  /** @type {Map<string, string[]>} */
  const below = new Map();
  for (const [claim, up] of steps) {
    for (const [, , target] of up) below.set(target, [...(below.get(target) ?? []), claim]);
  }
  /** @type {Map<string, number>} */
  const found = new Map(ends.filter((end) => steps.has(end)).map((end) => [end, 0]));
  for (const [claim, distance] of found) {
    for (const each of below.get(claim) ?? []) if (!found.has(each)) found.set(each, distance + 1);
  }
  return found;
}

/**
 * Routes from a claim to one of the ends: their claims, and the ids and kinds of their links.
 *
 * @param {Pick<FrameworkFile, "claims" | "links">} framework
 * @param {string} start
 * @param {string[]} ends
 * @param {number} longest
 * @param {number} limit
 * @returns {Route[]}
 */
export function routes(framework, start, ends, longest, limit) {
  if (ends.includes(start)) return [{ claims: [start], links: [], kinds: [] }];
  const steps = stepsOf(framework);
  const left = distances(steps, ends);
  /** @type {Route[]} */
  const found = [];
  const heap = new Heap();
  const distance = left.get(start);
  if (distance !== undefined) heap.push({ least: distance, claims: [start], links: [], kinds: [], place: start });
  while (heap.size && found.length < limit) {
    const { claims, links, kinds, place: here } = heap.pop();
    if (ends.includes(here)) {
      found.push({ claims, links, kinds });
      continue;
    }
    for (const [id, kind, place] of steps.get(here) ?? []) {
      const least = links.length + 1 + (left.get(place) ?? Infinity);
      const target = claimAt(place);
      if (least > longest || claims.includes(target)) continue;
      heap.push({ least, claims: [...claims, target], links: [...links, id], kinds: [...kinds, kind], place });
    }
  }
  return found;
}

/** A heap of routes, the one to go on with at the top. */
class Heap {
  /** @type {Way[]} */
  #rows = [];

  get size() {
    return this.#rows.length;
  }

  /** @type {(row: Way) => void} */
  push(row) {
    const rows = this.#rows;
    let place = rows.push(row) - 1;
    while (place && before(row, rows[(place - 1) >> 1])) {
      rows[place] = rows[(place - 1) >> 1];
      place = (place - 1) >> 1;
    }
    rows[place] = row;
  }

  /** @type {() => Way} */
  pop() {
    const rows = this.#rows;
    const [top] = rows;
    const row = /** @type {Way} */ (rows.pop());
    let place = 0;
    for (let child = 1; child < rows.length; child = 2 * place + 1) {
      if (child + 1 < rows.length && before(rows[child + 1], rows[child])) child += 1;
      if (!before(rows[child], row)) break;
      rows[place] = rows[child];
      place = child;
    }
    if (rows.length) rows[place] = row;
    return top;
  }
}
