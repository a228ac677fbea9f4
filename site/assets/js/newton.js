// Newton steps towards bounds that converge slowly, made so that they cannot overshoot. A port of
// graph/semantics/newton.py, which says why they are safe; here in the quadratic energy model only.

import { impact, sum, tightened } from "./semantics.js";

/** The part of a step that is left out, for the rounding errors in the step itself. */
const CAUTION = 1e-6;
const SLACK = 1e-13;
const ENOUGH = 1e-13;
const REACHES = [1.5, 4];
const MOST_STEPS = 20;
const LEAST_PIVOT = 1e-10;

/**
 * Move the bounds of these nodes by Newton steps as far as that helps; whether any moved.
 *
 * @type {Leap}
 */
export function leap(graph, bounds, nodes) {
  const { lower, upper } = bounds;
  let moved = false;
  for (let step = 0; step < MOST_STEPS; step++) {
    const gaps = nodes.flatMap((node) => {
      const [low, high] = tightened(graph, node, bounds);
      return [Math.max(0, low - lower[node]), Math.max(0, upper[node] - high)];
    });
    const steps = safeSteps(graph, bounds, nodes, gaps);
    if (!steps) break;
    nodes.forEach((node, place) => {
      const low = Math.min(1, lower[node] + (1 - CAUTION) * steps[2 * place]);
      const high = Math.max(0, upper[node] - (1 - CAUTION) * steps[2 * place + 1]);
      // Where they met, rounding may have carried them past each other.
      [lower[node], upper[node]] = low > high ? [high, low] : [low, high];
    });
    moved = true;
    if (steps.every((each) => each < ENOUGH)) break;
  }
  return moved;
}

/** @type {(graph: Graph, bounds: Bounds, nodes: number[], gaps: number[]) => number[] | null} */
function safeSteps(graph, bounds, nodes, gaps) {
  const guess = solve(graph, bounds, bounds, nodes, gaps.map((gap) => gap + SLACK));
  const ahead = guess ?? [];
  for (const reach of guess ? REACHES : []) {
    const there = { lower: bounds.lower.slice(), upper: bounds.upper.slice() };
    nodes.forEach((node, place) => {
      there.lower[node] = Math.min(1, bounds.lower[node] + reach * ahead[2 * place]);
      there.upper[node] = Math.max(0, bounds.upper[node] - reach * ahead[2 * place + 1]);
    });
    const beyond = nodes.every((node) => {
      const [low, high] = tightened(graph, node, there);
      return low <= there.lower[node] && high >= there.upper[node];
    });
    if (!beyond) continue;
    for (const node of nodes) {
      there.lower[node] = Math.min(there.lower[node], bounds.upper[node]);
      there.upper[node] = Math.max(there.upper[node], bounds.lower[node]);
    }
    return solve(graph, bounds, there, nodes, gaps);
  }
  return solve(graph, bounds, { lower: bounds.upper, upper: bounds.lower }, nodes, gaps);
}

/**
 * (I - J)⁻¹·gaps, for the least derivatives J between `near` and `far`; null if there is none.
 *
 * @type {(graph: Graph, near: Bounds, far: Bounds, nodes: number[], gaps: number[]) => number[] | null}
 */
function solve(graph, near, far, nodes, gaps) {
  const places = new Map(nodes.map((node, place) => [node, 2 * place]));
  /** @type {(node: number) => Pair} */
  const rising = (node) => [near.lower[node], far.lower[node]];
  /** @type {(node: number) => Pair} */
  const falling = (node) => [far.upper[node], near.upper[node]];
  const rows = nodes.flatMap((node) =>
    [0, 1].map((turn) => {
      const helps = graph.helping[node];
      const hinders = graph.hindering[node];
      const slopes = node < graph.claims.length ? strengthSlopes : forceSlopes;
      const [helped, hindered] = slopes(
        graph.weights[node],
        helps.map(turn ? falling : rising),
        hinders.map(turn ? rising : falling),
      );
      /** @type {Map<number, number>} */
      const row = new Map();
      /** @type {(others: number[], steep: number[], end: number) => void} */
      const enter = (others, steep, end) =>
        others.forEach((other, place) => {
          const column = places.get(other);
          if (steep[place] > 0 && column !== undefined) row.set(column + end, steep[place]);
        });
      enter(helps, helped, turn);
      enter(hinders, hindered, 1 - turn);
      return row;
    }),
  );
  return eliminate(rows, [...gaps]);
}

/** @type {(energy: number) => number} */
const slope = (energy) => (energy <= 0 ? 0 : (2 * energy) / (1 + energy * energy) ** 2);
/** @type {(bands: Pair[]) => number} */
const lows = (bands) => sum(bands.map((band) => band[0]));
/** @type {(bands: Pair[]) => number} */
const highs = (bands) => sum(bands.map((band) => band[1]));

/** @type {(base: number, supports: Pair[], contradictions: Pair[]) => [number[], number[]]} */
function strengthSlopes(base, supports, contradictions) {
  const least = lows(supports) - highs(contradictions);
  const most = highs(supports) - lows(contradictions);
  let steep = 0;
  if (least > 0) steep = (1 - base) * Math.min(slope(least), slope(most));
  else if (most < 0) steep = base * Math.min(slope(-least), slope(-most));
  return [supports.map(() => steep), contradictions.map(() => steep)];
}

/** @type {(relevance: number, premises: Pair[], undercuts: Pair[]) => [number[], number[]]} */
function forceSlopes(relevance, premises, undercuts) {
  const [least, most] = [lows(undercuts), highs(undercuts)];
  const left = relevance * (1 - impact(most));
  const lost = relevance * Math.min(...premises.map((band) => band[0])) * Math.min(slope(least), slope(most));
  // A premise counts that is the weakest throughout; where bands overlap there is none.
  const limit = Math.min(...premises.map((band) => band[1]));
  const weakest = premises.findIndex((band) => band[1] === limit);
  const alone = premises.every((band, place) => place === weakest || band[0] >= limit);
  return [
    premises.map((_, place) => (alone && place === weakest ? left : 0)),
    undercuts.map(() => lost),
  ];
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
  const lengths = rows.map((row) => row.size);
  const order = [...rows.keys()].sort((a, b) => lengths[a] - lengths[b] || a - b);
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
