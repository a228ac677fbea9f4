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
 * How many steps it is at least from each place to one of the ends, where not more than the longest.
 *
 * @type {(steps: Map<string, Step[]>, ends: string[], longest: number) => Map<string, number>}
 */
function distances(steps, ends, longest) {
  /** @type {Map<string, string[]>} */
  const below = new Map();
  for (const [place, up] of steps) {
    for (const [, , target] of up) {
      const there = below.get(target);
      if (there) there.push(place);
      else below.set(target, [place]);
    }
  }
  /** @type {Map<string, number>} */
  const found = new Map(ends.filter((end) => steps.has(end)).map((end) => [end, 0]));
  for (const [place, distance] of found) {
    if (distance === longest) continue;
    for (const each of below.get(place) ?? []) if (!found.has(each)) found.set(each, distance + 1);
  }
  return found;
}

/**
 * Routes from a claim to one of the ends: their claims, and the ids and kinds of their links;
 * whether there are `more`, and whether there may be: the search is given up when it has looked at
 * as many steps as the budget.
 *
 * @param {Pick<FrameworkFile, "claims" | "links">} framework
 * @param {string} start
 * @param {string[]} ends
 * @param {{longest: number, limit: number, budget: number}} bounds
 * @returns {FoundRoutes}
 */
export function routes(framework, start, ends, { longest, limit, budget }) {
  const steps = stepsOf(framework);
  const left = distances(steps, ends, longest);
  const goals = new Set(ends);
  let spent = 0;

  /**
   * The least number of steps of a route that begins so and passes none of its claims again;
   * undefined where it would be more than `most`.
   *
   * @type {(begun: Way, most: number) => number | undefined}
   */
  const least = ({ claims, links, place }, most) => {
    let length = links.length;
    let frontier = new Set([place]);
    const seen = new Set(frontier);
    // A level is looked at as a whole, so that the number of steps depends on no order.
    while (frontier.size && length < most) {
      length += 1;
      /** @type {Set<string>} */
      const onward = new Set();
      for (const here of frontier) {
        const up = steps.get(here) ?? [];
        spent += up.length;
        for (const [, , there] of up) {
          if (length + (left.get(there) ?? longest) > most || seen.has(there)) continue;
          if (!claims.includes(claimAt(there))) onward.add(there);
        }
      }
      for (const there of onward) if (!left.get(there)) return length;
      for (const there of onward) seen.add(there);
      frontier = onward;
    }
    return undefined;
  };

  /** @type {Route[]} */
  const found = [];
  const heap = new Heap();
  const distance = left.get(start);
  if (distance !== undefined) heap.push({ least: distance, claims: [start], links: [], kinds: [], place: start });
  while (heap.size && found.length <= limit) {
    const begun = heap.pop();
    const { claims, links, kinds, place: here } = begun;
    if (goals.has(here)) {
      found.push({ claims, links, kinds });
      continue;
    }
    const reached = least(begun, begun.least) ?? least(begun, longest);
    if (spent > budget) break;
    if (reached !== begun.least) {
      if (reached !== undefined) heap.push({ ...begun, least: reached });
      continue;
    }
    for (const [id, kind, place] of steps.get(here) ?? []) {
      const further = Math.max(begun.least, links.length + 1 + (left.get(place) ?? longest));
      const target = claimAt(place);
      if (further > longest || claims.includes(target)) continue;
      heap.push({ least: further, claims: [...claims, target], links: [...links, id], kinds: [...kinds, kind], place });
    }
  }
  return { found: found.slice(0, limit), more: found.length > limit, givenUp: spent > budget, spent };
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
