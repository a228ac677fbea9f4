// The connected parts of the argument, fetched and weighed when a reader decides on claims of theirs.

import { data, language } from "./page.js";
import { SlowCycle, TooMuchWork, decided, framework, weigh } from "./semantics.js";

/** @type {Map<string, Promise<Part | null>>} */
export const known = new Map();

/**
 * A connected part of the argument, ready to be weighed; null where it is out of reach.
 *
 * @type {(name: string) => Promise<Part | null>}
 */
export function part(name) {
  const asked =
    known.get(name) ??
    data(`frameworks/${name}.json`).then(
      (file) => file && { ...file, name, graph: framework(file), labels: file.labels[language] },
    );
  known.set(name, asked);
  return asked;
}

/** @type {Worker | undefined} */
let worker;

/**
 * Weigh a part with slow cycles in it, where it does not keep the page from answering. Fails with
 * TooMuchWork where even that takes too long.
 *
 * @type {(name: string, rejected: string[], accepted: string[]) => Promise<{ before: Bounds, after: Bounds }>}
 */
function weighSlowly(name, rejected, accepted) {
  const weigher = (worker ??= new Worker(new URL("weighing.js", import.meta.url), { type: "module" }));
  const { port1, port2 } = new MessageChannel();
  const file = new URL(`../../frameworks/${name}.json`, import.meta.url).href;
  return new Promise((done, failed) => {
    port1.onmessage = ({ data: { before, after, tooMuch } }) => {
      if (after) done({ before, after });
      else failed(tooMuch ? new TooMuchWork() : new Error());
    };
    weigher.addEventListener("error", failed, { once: true });
    weigher.postMessage({ file, rejected, accepted }, [port2]);
  });
}

/**
 * A part with its bands before and after these of its claims are rejected and accepted. Fails with
 * TooMuchWork where that takes too long.
 *
 * @type {(within: Part, rejected: string[], accepted: string[]) => Promise<Weighed>}
 */
export async function weighed(within, rejected, accepted) {
  try {
    const before = (within.before ??= weigh(within.graph));
    return { within, before, after: decided(within.graph, before, rejected, accepted) };
  } catch (error) {
    if (!(error instanceof SlowCycle)) throw error;
    const { before, after } = await weighSlowly(within.name, rejected, accepted);
    within.before = before;
    return { within, before, after };
  }
}
