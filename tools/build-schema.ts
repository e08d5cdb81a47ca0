// Writes schema/report.schema.json from the types of the record: it is published with the package, and `gainsay report` reads records
// by it. Usage: npm run build:schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reportSchema, SCHEMA_FILE } from './report-schema.ts';

const text = await reportSchema();
mkdirSync(dirname(SCHEMA_FILE), { recursive: true });
writeFileSync(SCHEMA_FILE, text);
console.log(`${SCHEMA_FILE}: ${text.length} characters`);
