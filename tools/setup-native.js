// Builds @tensorflow/tfjs-node's addon where its own download of libtensorflow is blocked.
//
// `npm ci` deletes whatever is put into node_modules, so all that is costly lies in .native/:
//
//   .native/stamp.json                            written last: without it, a build is not finished
//   .native/build.log                             what npm, pip and the compiler said
//   .native/node_modules/@tensorflow/tfjs-node    the package, TensorFlow in deps/lib, the addon in lib/
//   .native/node_modules/…                        its dependencies, which npm drops together with it
//   node_modules/@tensorflow/tfjs-node            a package.json whose "main" lies in .native/
//
// So the package finds its dependencies in .native/, and TensorFlow.js, which is left out there, further up: in the
// project. It must be that one copy, for there src/ looks for the backend. A symbolic link would do as well for Node,
// but npm follows it: `npm rebuild` would wreck the build, and a new package-lock.json list all of .native/.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const help = `Usage: npm run setup:native

Makes @tensorflow/tfjs-node work where its own download is blocked: builds its addon against the
TensorFlow that pip installs. Needs Linux, Python 3 with venv, make and a C++ compiler. Takes a minute
or a few, and 850 MB in .native/. Does nothing where tfjs-node works already.

  --link   only link a finished build into node_modules again, as npm ci does at its end
  --help   print this`;

const name = '@tensorflow/tfjs-node';
const project = dirname(import.meta.dirname);
const native = join(project, '.native');
const stamp = join(native, 'stamp.json');
const log = join(native, 'build.log');
const built = join(native, 'node_modules', name);
const installed = join(project, 'node_modules', name);
const readJson = (path) => JSON.parse(fs.readFileSync(path, 'utf8'));
const wanted = readJson(join(project, 'package.json')).optionalDependencies[name].replace(/^\D+/, '');
const remove = (path) => fs.rmSync(path, { recursive: true, force: true });
const lastLines = (text) => text.trimEnd().split('\n').slice(-15).join('\n');

function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const isFinished = () => attempt(() => readJson(stamp).tfjsNode) === wanted;

/** Leaves the package's own package.json in its place, so that npm finds the version and dependencies it expects. */
function link() {
  const manifest = readJson(join(built, 'package.json'));
  for (const field of ['main', 'types']) manifest[field] = relative(installed, join(built, manifest[field]));
  remove(installed);
  fs.mkdirSync(installed, { recursive: true });
  fs.writeFileSync(join(installed, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** Links a finished build, unless npm could download the addon. `npm ci` ends with this and must not fail by it. */
function linkAgain() {
  if (isFinished() && !fs.existsSync(join(installed, 'lib'))) attempt(link);
}

// The backend is asked for in the TensorFlow.js that src/ imports: a second copy would not pass.
const check = `
  require('node:util').isNullOrUndefined ??= (value) => value == null; // gone since Node 23; tfjs-node calls it
  const tf = require('@tensorflow/tfjs');
  require(process.argv[1]);
  if (tf.getBackend() !== 'tensorflow') throw new Error('backend must be tensorflow; got ' + tf.getBackend());
  const [product] = tf.matMul([[1, 2]], [[3], [4]]).dataSync();
  if (product !== 11) throw new Error('1·3 + 2·4 must be 11; got ' + product);
  console.log(tf.backend().binding.TF_Version);`;

/** The version of TensorFlow that a tfjs-node computes with. Tried in another process, which a bad addon may crash. */
function tensorflowBehind(tfjsNode) {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '0' };
  const args = ['--input-type=commonjs', '-e', check, tfjsNode];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`tfjs-node does not work: ${signal ?? `exit ${status}`}\n${lastLines(stderr)}`);
  return stdout.trim();
}

function requireTools() {
  const tools = [
    ['python3', 'python3', 'python3 --version'],
    ["python3's venv", 'python3-venv', 'python3 -c "import venv, ensurepip"'], // Debian's python3 has only the first
    ['make', 'make', 'make --version'],
    ['a C++ compiler', 'g++', `${process.env.CXX ?? 'g++'} --version`],
  ].filter(([, , probe]) => spawnSync(probe, { shell: true }).status !== 0);
  if (tools.length === 0) return;
  const list = (column, separator) => tools.map((tool) => tool[column]).join(separator);
  throw new Error(`missing: ${list(0, ', ')} (Debian: apt-get install ${list(1, ' ')})`);
}

function step(what, work) {
  process.stdout.write(`  ${what} … `);
  const start = performance.now();
  try {
    return work();
  } finally {
    console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

function run(command, ...args) {
  const line = `${command} ${args.join(' ')}`;
  fs.appendFileSync(log, `\n$ ${line}\n`);
  const output = fs.openSync(log, 'a');
  const { status, error } = spawnSync(command, args, { cwd: native, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  if (error) throw error;
  if (status !== 0) throw new Error(`failed: ${line}\n${lastLines(fs.readFileSync(log, 'utf8'))}\n(${log})`);
}

function fetchPackage() {
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  run('npm', 'install', '--prefix', native, '--ignore-scripts', ...quiet, `${name}@${wanted}`);
  for (const entry of fs.readdirSync(dirname(built))) if (entry !== 'tfjs-node') remove(join(dirname(built), entry));
}

/** Puts TensorFlow where binding.gyp, and later the addon's rpath, look for it. */
function fetchTensorFlow(venv) {
  const python = join(venv, 'bin/python');
  const quiet = ['--no-compile', '--disable-pip-version-check', '--progress-bar', 'off'];
  run('python3', '-m', 'venv', venv);
  run(python, '-m', 'pip', 'install', '--retries', '0', '--no-deps', ...quiet, 'tensorflow-cpu');
  const version = fs.readdirSync(join(venv, 'lib')).find((entry) => entry.startsWith('python'));
  const wheel = join(venv, 'lib', version, 'site-packages/tensorflow');
  const deps = join(built, 'deps');
  fs.mkdirSync(join(deps, 'lib'), { recursive: true });
  fs.symlinkSync(join(wheel, 'include'), join(deps, 'include'));
  for (const [linked, file] of [
    ['libtensorflow.so', 'libtensorflow_cc.so.2'],
    ['libtensorflow_framework.so', 'libtensorflow_framework.so.2'],
  ]) {
    fs.renameSync(join(wheel, file), join(deps, 'lib', file));
    fs.symlinkSync(file, join(deps, 'lib', linked));
  }
}

/** One build serves all: for N-API 8, the newest that the package knows, which every Node since 15.12 looks for. */
function compile() {
  // Headers that came with a Node save node-gyp a download. N-API is stable, so another Node's will do.
  const prefixes = [dirname(dirname(fs.realpathSync(process.execPath))), '/usr'];
  const nodedir = prefixes.find((prefix) => fs.existsSync(join(prefix, 'include/node/node_version.h')));
  run('npm', '--prefix', built, 'run', 'build-addon-from-source', ...(nodedir ? ['--', `--nodedir=${nodedir}`] : []));
}

function build() {
  if (process.platform !== 'linux') throw new Error(`setup:native builds on Linux only; got ${process.platform}`);
  if (/\s/.test(project)) throw new Error(`make cannot build where the path has a space; got ${project}`);
  requireTools();
  console.log(`building tfjs-node ${wanted} in .native/`);
  remove(native);
  fs.mkdirSync(native);
  const venv = join(native, 'venv');
  step('fetching tfjs-node with npm', fetchPackage);
  step('fetching TensorFlow with pip', () => fetchTensorFlow(venv));
  step('compiling the addon', compile);
  step('removing what is no longer needed', () => {
    for (const path of [venv, join(built, 'deps/include'), join(built, 'build-tmp-napi-v8')]) remove(path);
  });
  const tensorflow = step('multiplying two matrices', () => tensorflowBehind(built));
  fs.writeFileSync(stamp, JSON.stringify({ tfjsNode: wanted, tensorflow }));
  link();
  return `tfjs-node ${wanted} works, on TensorFlow ${tensorflow}`;
}

function setUp() {
  if (!fs.existsSync(join(dirname(installed), 'tfjs'))) throw new Error('TensorFlow.js is missing; run npm ci first');
  if (!isFinished()) remove(native); // interrupted, or of another version
  linkAgain();
  const tensorflow = attempt(() => tensorflowBehind(name));
  if (!tensorflow) return build();
  const origin = isFinished() ? 'built in .native/' : 'downloaded by npm';
  return `tfjs-node works already, on TensorFlow ${tensorflow} (${origin}): nothing to do`;
}

try {
  const { values } = parseArgs({ options: { link: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.link) linkAgain();
  else console.log(values.help ? help : setUp());
} catch (error) {
  console.error(error.message);
  process.exitCode = error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}
