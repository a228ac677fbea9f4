// A worker that weighs a part of the argument with slow cycles in it, so that the page goes on
// answering its reader.

import { leap } from "./newton.js";
import { TooMuchWork, decided, framework, weigh } from "./semantics.js";

/** @type {Map<string, Promise<{ graph: Graph, before: Bounds }>>} */
const parts = new Map();

/**
 * The part in a file, with its bands before anything is rejected or accepted.
 *
 * @type {(file: string) => Promise<{ graph: Graph, before: Bounds }>}
 */
async function part(file) {
  const graph = framework(await (await fetch(file)).json());
  return { graph, before: weigh(graph, { leap }) };
}

addEventListener("message", async ({ data: { file, rejected, accepted }, ports: [port] }) => {
  const asked = parts.get(file) ?? part(file);
  parts.set(file, asked);
  try {
    const { graph, before } = await asked;
    port.postMessage({ before, after: decided(graph, before, rejected, accepted, leap) });
  } catch (error) {
    port.postMessage({ tooMuch: error instanceof TooMuchWork });
  }
});
