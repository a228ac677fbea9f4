// A record held to its JSON Schema, as far as the schemas of records go (draft 2020-12).

/** @type {Record<string, (value: unknown) => boolean>} */
const TYPES = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  array: Array.isArray,
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

/**
 * Whether a text has more characters than it may.
 *
 * @type {(text: string, most: number) => boolean}
 */
export function beyond(text, most) {
  return text.length > most && [...text].length > most;
}

/**
 * The places in a value, each as a list of keys, at which it is not as the schema asks.
 *
 * @type {(value: unknown, schema: Schema, root?: Schema, place?: Place) => Place[]}
 */
export function faults(value, schema, root = schema, place = []) {
  /** @type {(wrong: boolean) => Place[]} */
  const here = (wrong) => (wrong ? [place] : []);
  const found = [];
  if (schema.$ref) found.push(...faults(value, at(root, schema.$ref), root, place));
  if (schema.anyOf) {
    const ways = schema.anyOf.map((each) => faults(value, each, root, place));
    // The way that went furthest says best where the fault is.
    /** @type {(way: Place[]) => number} */
    const deepest = (way) => Math.max(...way.map((each) => each.length));
    if (ways.every((way) => way.length)) found.push(...ways.sort((a, b) => deepest(b) - deepest(a))[0]);
  }
  if (schema.enum) found.push(...here(!schema.enum.includes(value)));
  if (schema.type) found.push(...here(![schema.type].flat().some((type) => TYPES[type](value))));
  if (typeof value === "string" && schema.pattern) {
    found.push(...here(!new RegExp(schema.pattern, "u").test(value)));
  }
  if (typeof value === "string" && schema.maxLength !== undefined) found.push(...here(beyond(value, schema.maxLength)));
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema;
    found.push(...here(value < minimum || value > maximum || value <= exclusiveMinimum));
  }
  const { items } = schema;
  if (Array.isArray(value)) found.push(...here(value.length > (schema.maxItems ?? Infinity)));
  if (Array.isArray(value) && items) {
    found.push(...value.flatMap((item, number) => faults(item, items, root, [...place, number])));
  }
  if (TYPES.object(value)) found.push(...inObject(/** @type {Fields} */ (value), schema, root, place));
  return found;
}

/** @type {(value: Fields, schema: Schema, root: Schema, place: Place) => Place[]} */
function inObject(value, schema, root, place) {
  const { properties = {}, patternProperties = {}, additionalProperties = true, required = [] } = schema;
  const found = required.filter((name) => !Object.hasOwn(value, name)).map((name) => [...place, name]);
  if (Object.keys(value).length < (schema.minProperties ?? 0)) found.push(place);
  for (const [name, item] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? [properties[name]] : [];
    const alike = Object.keys(patternProperties).filter((form) => new RegExp(form, "u").test(name));
    const parts = [...own, ...alike.map((form) => patternProperties[form])];
    if (!parts.length && additionalProperties === false) found.push([...place, name]);
    found.push(...parts.flatMap((part) => faults(item, part, root, [...place, name])));
  }
  return found;
}

/**
 * The part of a schema that a reference within it names.
 *
 * @type {(root: Schema, reference: string) => Schema}
 */
function at(root, reference) {
  return reference.slice(2).split("/").reduce((part, name) => part[name], /** @type {any} */ (root));
}
