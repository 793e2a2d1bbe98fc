/** Adds a value to those of a key. A new array each time would copy what is there already: the square of a site's pages. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
