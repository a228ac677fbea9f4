// From a JSON list of YAML texts to a JSON list of what js-yaml makes of each, scalars as text.
const { readFileSync } = require("node:fs");
const { FAILSAFE_SCHEMA, YAMLException, loadAll } = require("./vendor/js-yaml/js-yaml.cjs.js");

function read(text) {
  try {
    const documents = loadAll(text, { schema: FAILSAFE_SCHEMA });
    if (documents.length > 1) return { refused: "more than one document" };
    return { data: documents[0] ?? null };
  } catch (error) {
    if (error instanceof YAMLException) return { refused: error.message };
    throw error;
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(read)));
