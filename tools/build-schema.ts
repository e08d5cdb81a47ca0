// Writes the schemas of what gainsay writes and reads from the types that state them: they are published with the package, and the commands
// read files by them. Usage: npm run build:schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaOf, SCHEMAS } from './schemas.ts';

for (const source of SCHEMAS) {
  const text = await schemaOf(source);
  mkdirSync(dirname(source.file), { recursive: true });
  writeFileSync(source.file, text);
  console.log(`${source.file}: ${text.length} characters`);
}
