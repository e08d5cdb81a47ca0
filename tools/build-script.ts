// Bundles src/report/browser to src/report/script.ts, which is kept in the repository: a report is written without a bundler.
// Usage: npm run build:script
import { writeFileSync } from 'node:fs';
import { compileScript, scriptModule } from './compile-script.ts';

const script = compileScript();
writeFileSync('src/report/script.ts', scriptModule(script));
console.log(`src/report/script.ts: ${script.length} characters`);
