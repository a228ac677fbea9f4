// Newton steps towards bounds that converge slowly, made so that they cannot overshoot. A port of
// graph/semantics/newton.py, which says why they are safe, and of the slopes in balance.py. Entry 2i
// of a step is for the lower bound of the i-th node, 2i + 1 for the upper.

import { least, tightened } from "./semantics.js";

/** The part of a step that is left out, for the rounding errors in the step itself. */
const CAUTION = 1e-6;
const SLACK = 2 ** -48;
const BEYOND = 3.5;
const STRAIGHTENINGS = 8;
const MOST_WAYS = 12;
const MOST_STEPS = 40;
const MOST_CHOICES = 12;
const DAMPED = 1 - 1e-7;
const UNTOLD = 2 ** -48;
const LEAST_PIVOT = 1e-10;
const CLOSE = 2 ** -22;

/**
 * Move the bounds of these nodes by Newton steps as far as that helps.
 *
 * @type {Leap}
 */
export function leap(graph, bounds, nodes) {
  const { lower, upper } = bounds;
  let moved = false;
  for (let turn = 0; turn < MOST_STEPS; turn++) {
    const gaps = nodes.flatMap((node) => {
      const [low, high] = tightened(graph, node, bounds);
      return [Math.max(0, low - lower[node]), Math.max(0, upper[node] - high)];
    });
    if (Math.max(...gaps) < UNTOLD) return { moved, done: true };
    const guess = stepOn(ways(graph, bounds, bounds, nodes, gaps));
    if (!guess) break;
    if (Math.max(...guess) < CLOSE / 4 && near(graph, bounds, nodes, gaps)) return { moved, done: true };
    const step = safeStep(graph, bounds, nodes, gaps, guess);
    if (!step || Math.max(...step) < SLACK) break;
    nodes.forEach((node, place) => {
      const low = Math.min(1, lower[node] + (1 - CAUTION) * step[2 * place]);
      const high = Math.max(least(graph, node), upper[node] - (1 - CAUTION) * step[2 * place + 1]);
      // Where they met, rounding may have carried them past each other.
      [lower[node], upper[node]] = low > high ? [high, low] : [low, high];
    });
    moved = true;
  }
  return { moved, done: false };
}

/**
 * The longest of some steps that stay within the way for which their slopes hold.
 *
 * @type {(graph: Graph, bounds: Bounds, nodes: number[], gaps: number[], guess: number[]) => number[] | null}
 */
function safeStep(graph, bounds, nodes, gaps, guess) {
  /** @type {number[] | null} */
  let best = null;
  let [share, carried, failed, most] = [1, 0, 1, 1];
  /** @type {(step: number[] | null) => number[] | null} */
  const longer = (step) => (!best || !step ? step ?? best : Math.max(...step) > Math.max(...best) ? step : best);
  for (let turn = 0; turn < MOST_WAYS; turn++) {
    const there = reached(graph, bounds, nodes, guess, share);
    const found = ways(graph, bounds, there, nodes, gaps);
    const whole = nodes.flatMap((node) => [
      there.lower[node] - bounds.lower[node],
      bounds.upper[node] - there.upper[node],
    ]);
    if (carry(found, whole)) {
      best = longer(whole);
      carried = share;
      if (share === 1) break;
    } else {
      failed = share;
      const step = stepOn(found);
      most = step ? Math.max(0, ...step.map((own, place) => (guess[place] > 0 ? own / guess[place] : 0))) : 1;
      if (most <= share) best = longer(step);
      if (!carried && (most > share || share < 2 * most)) break;
    }
    share = Math.sqrt(failed * (carried || most));
    if (carried && failed < 1.5 * carried) break;
  }
  return best;
}

/**
 * Whether all of some ways can be gone at once: they lead no further than the gaps and the moves
 * along them.
 *
 * @type {(ways: Ways, moves: number[]) => boolean}
 */
function carry({ rows, choices, gaps }, moves) {
  const after = rows.map((row, place) => {
    let sum = 0;
    for (const [column, slope] of row) sum += slope * moves[column];
    return gaps[place] + sum;
  });
  for (const { row, slope, columns, ahead } of choices) {
    after[row] += slope * Math.min(...ahead.map((each, at) => each + (columns[at] < 0 ? 0 : moves[columns[at]])));
  }
  return moves.every((move, place) => move <= after[place]);
}

/**
 * Whether a point beyond the limit is found that is no further than CLOSE.
 *
 * @type {(graph: Graph, bounds: Bounds, nodes: number[], gaps: number[]) => boolean}
 */
function near(graph, bounds, nodes, gaps) {
  const slack = gaps.map((gap) => gap + SLACK);
  const guess = stepOn(ways(graph, bounds, bounds, nodes, slack));
  if (!guess) return false;
  const there = reached(graph, bounds, nodes, guess, BEYOND);
  for (let turn = 0; turn < STRAIGHTENINGS; turn++) {
    const beyond = nodes.every((node) => {
      const [low, high] = tightened(graph, node, there);
      return low <= there.lower[node] && high >= there.upper[node];
    });
    if (beyond) {
      return nodes.every(
        (node) =>
          there.lower[node] - bounds.lower[node] < CLOSE && bounds.upper[node] - there.upper[node] < CLOSE,
      );
    }
    for (const node of nodes) [there.lower[node], there.upper[node]] = tightened(graph, node, there);
  }
  return false;
}

/** @type {(graph: Graph, bounds: Bounds, nodes: number[], step: number[], distance: number) => Bounds} */
function reached(graph, bounds, nodes, step, distance) {
  const there = { lower: bounds.lower.slice(), upper: bounds.upper.slice() };
  nodes.forEach((node, place) => {
    there.lower[node] = Math.min(1, bounds.lower[node] + distance * step[2 * place]);
    there.upper[node] = Math.max(least(graph, node), bounds.upper[node] - distance * step[2 * place + 1]);
  });
  return there;
}

// ── Slopes ───────────────────────────────────────────────────────────────────

/** @type {(forces: Move[]) => number} */
const leastLeft = (forces) => forces.reduce((left, move) => left * (1 - Math.max(...move)), 1);
/** @type {(forces: Move[]) => number[]} */
const remainderSlopes = (forces) =>
  forces.map((_, place) => leastLeft(forces.slice(0, place)) * leastLeft(forces.slice(place + 1)));

/** @type {(forces: Move[]) => Slopes} */
function strongestSlopes(forces) {
  const most = Math.max(...forces.map(([from]) => from));
  // Upwards a maximum goes with the greatest force, downwards with the laziest.
  if (!forces.some(([from, to]) => to > from)) return { slope: 1, ahead: forces.map(([from]) => most - from), limit: Infinity };
  const greatest = forces.findIndex(([from]) => from === most);
  return forces.map((_, place) => Number(place === greatest));
}

/** @type {(ground: number, supports: Move[], hindrances: Move[], accounting: Accounting) => [Slopes, Slopes]} */
function claimSlopes(ground, supports, hindrances, accounting) {
  const slopes = accounting === "accrual" ? remainderSlopes : strongestSlopes;
  const helped = slopes([[ground, ground], ...supports]);
  return [
    Array.isArray(helped)
      ? helped.slice(1)
      : { slope: helped.slope, ahead: helped.ahead.slice(1), limit: helped.ahead[0] },
    hindrances.length ? slopes(hindrances) : [],
  ];
}

/**
 * The least slope of max(0, x) along a way, as seen from where it begins.
 *
 * @type {(move: Move) => number}
 */
function positiveSlope([from, to]) {
  if (from < 0 || (from === 0 && to < 0)) return 0;
  return to >= 0 ? 1 : from / (from - to);
}

/** @type {(relevance: number, premise: Move, undercuts: Move[]) => [number, number[]]} */
function forceSlopes(relevance, premise, undercuts) {
  const lost = relevance * Math.max(0, Math.min(...premise));
  return [
    relevance * leastLeft(undercuts) * positiveSlope(premise),
    remainderSlopes(undercuts).map((slope) => lost * slope),
  ];
}

/**
 * The slopes of a minimum: downwards it goes with the least, upwards with the laziest.
 *
 * @type {(slope: number, moves: Move[], rising: boolean) => Slopes}
 */
function minimum(slope, moves, rising) {
  const lowest = Math.min(...moves.map(([from]) => from));
  if (rising && moves.length > 1) return { slope, ahead: moves.map(([from]) => from - lowest), limit: Infinity };
  const place = moves.findIndex(([from]) => from === lowest);
  return moves.map((_, at) => (at === place ? slope : 0));
}

// ── Ways ─────────────────────────────────────────────────────────────────────

/**
 * The ways of all bounds from `start` to `end`: how each moves, at least, with the others. Only
 * what a gap reaches moves; of a row that goes with the laziest, every column that is not ahead has
 * to be reached.
 *
 * @type {(graph: Graph, start: Bounds, end: Bounds, nodes: number[], gaps: number[]) => Ways}
 */
function ways(graph, start, end, nodes, gaps) {
  const places = new Map(nodes.map((node, place) => [node, place]));
  /** @type {Ways} */
  const found = { rows: nodes.flatMap(() => [new Map(), new Map()]), choices: [], gaps };
  /** @type {(node: number, side: number) => Move} */
  const move = (node, side) =>
    side ? [start.upper[node], end.upper[node]] : [start.lower[node], end.lower[node]];
  /** @type {(row: number, others: number[], side: number, slopes: Slopes) => void} */
  const add = (row, others, side, slopes) => {
    const columns = others.map((other) => {
      const place = places.get(other);
      return place === undefined ? -1 : 2 * place + side;
    });
    if (Array.isArray(slopes)) {
      slopes.forEach((slope, place) => {
        if (columns[place] >= 0 && slope > 0) found.rows[row].set(columns[place], slope);
      });
    } else if (slopes.slope > 0 && columns.length) {
      const { slope, ahead, limit } = slopes;
      if (limit <= Math.min(...ahead)) found.choices.push({ row, slope, columns: [-1], ahead: [limit] });
      else found.choices.push({ row, slope, columns: [...columns, -1], ahead: [...ahead, limit] });
    }
  };
  for (const [node, place] of places) {
    for (const side of [0, 1]) {
      const row = 2 * place + side;
      const weight = graph.weights[node];
      const [helps, hinders] = [graph.helping[node], graph.hindering[node]];
      const hindering = hinders.map((other) => move(other, 1 - side));
      const opposing = graph.opposing.get(node);
      /** @type {Slopes} */
      let hindered;
      if (node < graph.claims.length) {
        const helping = helps.map((other) => move(other, side));
        const slopes = claimSlopes(weight, helping, hindering, graph.accounting);
        add(row, helps, side, slopes[0]);
        hindered = slopes[1];
      } else {
        const premises = opposing ?? helps;
        const from = opposing ? 1 - side : side;
        const moves = premises.map((other) => move(other, from));
        const weakest = [0, 1].map((at) => Math.min(...moves.map((each) => each[at])) * (opposing ? -1 : 1));
        const [slope, lost] = forceSlopes(weight, /** @type {Move} */ (weakest), hindering);
        add(row, premises, from, minimum(slope, moves, from === 0));
        hindered = lost;
      }
      add(row, hinders, 1 - side, hindered);
    }
  }
  leaveOut(found);
  return found;
}

/** @type {(choice: Ways["choices"][number]) => number[]} */
const behind = ({ columns, ahead }) => columns.filter((_, at) => ahead[at] <= 0);

/**
 * Leave out of ways what no gap reaches.
 *
 * @type {(ways: Ways) => void}
 */
function leaveOut(found) {
  const { rows, gaps } = found;
  /** @type {Set<number>} */
  const moving = new Set([...rows.keys()].filter((row) => gaps[row] > 0));
  for (let before = -1; before < moving.size; ) {
    before = moving.size;
    rows.forEach((row, place) => {
      if (!moving.has(place) && [...row.keys()].some((column) => moving.has(column))) moving.add(place);
    });
    for (const choice of found.choices) {
      if (behind(choice).every((column) => moving.has(column))) moving.add(choice.row);
    }
  }
  for (const row of rows) for (const column of row.keys()) if (!moving.has(column)) row.delete(column);
  found.choices = found.choices
    .filter((choice) => behind(choice).every((column) => moving.has(column)))
    .map((choice) => ({ ...choice, columns: choice.columns.map((each) => (moving.has(each) ? each : -1)) }));
}

/**
 * (I - J)⁻¹·gaps, for the least moves on these ways; null if there is none.
 *
 * @type {(found: Ways) => number[] | null}
 */
function stepOn(found) {
  // Without the rows in question the step is shorter, and as safe.
  return (
    laziest(found, 1) ??
    laziest(found, DAMPED) ??
    (found.choices.length ? eliminate(damped(found.rows, 1), [...found.gaps]) : null)
  );
}

/** @type {(rows: Map<number, number>[], left: number) => Map<number, number>[]} */
const damped = (rows, left) => rows.map((row) => new Map([...row].map(([column, slope]) => [column, left * slope])));

/**
 * The least moves with the part `left` of the slopes, whatever is chosen in each row.
 *
 * @type {(ways: Ways, left: number) => number[] | null}
 */
function laziest({ rows, choices, gaps }, left) {
  let chosen = choices.map(({ ahead }) => ahead.indexOf(Math.min(...ahead)));
  for (let turn = 0; turn < MOST_CHOICES; turn++) {
    const copies = damped(rows, left);
    const values = [...gaps];
    choices.forEach(({ row, slope, columns, ahead }, place) => {
      const column = columns[chosen[place]];
      values[row] += left * slope * ahead[chosen[place]];
      if (column >= 0) copies[row].set(column, (copies[row].get(column) ?? 0) + left * slope);
    });
    const step = eliminate(copies, values);
    if (!step) return null;
    const next = choices.map(({ columns, ahead }, place) => {
      const moves = ahead.map((each, at) => each + (columns[at] < 0 ? 0 : step[columns[at]]));
      const laziestMove = Math.min(...moves);
      return moves[chosen[place]] === laziestMove ? chosen[place] : moves.indexOf(laziestMove);
    });
    if (next.every((each, place) => each === chosen[place])) return step;
    chosen = next;
  }
  return null;
}

/**
 * The least non-negative solution of x = values + rows·x, all entries non-negative, or null.
 *
 * @type {(rows: Map<number, number>[], values: number[]) => number[] | null}
 */
function eliminate(rows, values) {
  /** @type {Set<number>[]} */
  const users = rows.map(() => new Set());
  rows.forEach((row, place) => row.forEach((_, column) => users[column].add(place)));
  // What no constant reaches is 0, also where its rows alone have no one solution.
  const moving = new Set([...rows.keys()].filter((place) => values[place] > 0));
  for (const place of moving) for (const user of users[place]) moving.add(user);
  rows.forEach((row, place) => {
    if (!moving.has(place)) row.clear();
    for (const column of row.keys()) if (!moving.has(column)) row.delete(column);
  });
  for (const each of users) for (const user of each) if (!moving.has(user)) each.delete(user);
  const lengths = rows.map((row) => row.size);
  const order = [...moving].sort((a, b) => lengths[a] - lengths[b] || a - b);
  for (const pivot of order) {
    const row = rows[pivot];
    const rest = 1 - (row.get(pivot) ?? 0);
    row.delete(pivot);
    if (rest < LEAST_PIVOT) return null;
    for (const [column, entry] of row) row.set(column, entry / rest);
    values[pivot] /= rest;
    users[pivot].delete(pivot);
    for (const user of users[pivot]) {
      const other = rows[user];
      const share = other.get(pivot) ?? 0;
      other.delete(pivot);
      values[user] += share * values[pivot];
      for (const [column, entry] of row) {
        other.set(column, (other.get(column) ?? 0) + share * entry);
        users[column].add(user);
      }
    }
    for (const column of row.keys()) users[column].delete(pivot);
  }
  for (const pivot of order.reverse()) {
    for (const [column, entry] of rows[pivot]) values[pivot] += entry * values[column];
  }
  return values;
}
