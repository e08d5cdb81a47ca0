// The house's floors, from the ground up. Imports run downwards only, and rooms on one floor never import each other.
const FLOORS = [
  ['kernel'],
  ['numeric'],
  ['distribution'],
  ['random', 'activation', 'checkpoint'],
  ['init', 'stats'],
  ['architecture'],
  ['network', 'theory'],
  ['claim', 'replay'],
  ['audit', 'check', 'sweep', 'learn'],
  ['report'],
  ['cli', 'vitest'],
];

/** Packages that belong to a room, or to the faces. */
const OWNERS = [
  ['numeric', 'ml-matrix'],
  ['random', 'seedrandom'],
  ['distribution', 'cephes'],
  ['network', '@tensorflow/'],
  ['report', '@observablehq/plot|linkedom|temml'],
  ['vitest', 'vitest'],
  ['cli', 'commander'],
  ['vitest|cli', 'cli-progress'],
  ['cli', 'piscina'],
];

const rooms = (names) => `^src/(${names.join('|')})/`;

const floors = FLOORS.flatMap((floor, level) =>
  floor.map((room) => ({
    name: `floor: ${room} imports downwards only`,
    severity: 'error',
    from: { path: rooms([room]) },
    // The command loads vitest's room for the commands that run specs, and then dynamically: that is no edge of the house.
    to: {
      path: rooms(
        FLOORS.slice(level)
          .flat()
          .filter((other) => other !== room),
      ),
      ...(room === 'cli' && { dynamic: false }),
    },
  })),
);

const owners = OWNERS.map(([room, packages]) => ({
  name: `owner: only ${room} imports ${packages}`,
  severity: 'error',
  from: { path: '^src/', pathNot: rooms([room]) },
  to: { path: `node_modules/(${packages})` },
}));

module.exports = {
  forbidden: [
    ...floors,
    ...owners,
    { name: 'no circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'everything resolves',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^@tensorflow/tfjs-node$' },
    },
    {
      name: 'the cellar imports no room',
      severity: 'error',
      from: { path: '^src/(parameter|version)\\.ts$' },
      to: { path: '^src/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['gainsay:src', 'import', 'types', 'node', 'default'] },
  },
};
