// A worker that weighs a part of the argument with slow cycles in it, so that the page goes on
// answering its reader.

import { leap } from "./newton.js";
import { framework, reject, weigh } from "./semantics.js";

const parts = new Map();

/** The part in a file, with its bands before anything is rejected or accepted. */
async function part(file) {
  const graph = framework(await (await fetch(file)).json());
  return { graph, before: weigh(graph, { leap }) };
}

addEventListener("message", async ({ data: { file, rejected, accepted }, ports: [port] }) => {
  if (!parts.has(file)) parts.set(file, part(file));
  const { graph, before } = await parts.get(file);
  port.postMessage({ before, changes: reject(graph, before, rejected, accepted, leap) });
});
