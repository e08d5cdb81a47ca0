/**
 * The keys of the outermost object of a JSON text, in order, each as often as it stands there: JSON.parse keeps the last of two, and whoever
 * reads the first of them sees another file.
 *
 * @param json has been parsed, and is an object.
 */
export function topLevelKeys(json: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  let wanted = true;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (token === ',' && depth === 1) wanted = true;
    else if (token.startsWith('"') && depth === 1 && wanted) {
      keys.push(JSON.parse(token) as string);
      wanted = false;
    }
  }
  return keys;
}
