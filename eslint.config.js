import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      'reports/',
      'fixtures/',
      '.native/',
      'src/kernel/assembly/',
      'spec/consumer/project/',
      'lessons/',
      '**/*.js',
      '**/*.cjs',
      '**/*.d.ts',
    ],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is an argument: draw from a Stream.',
        },
      ],
    },
  },
  {
    // An exercise has not come to use what it is given.
    files: ['spec/lessons/*/exercise.ts', 'spec/lessons/*/wrong/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: ['src/**'],
    // The faces reach for the world outside, the page's script is in it, and the engine must tell TensorFlow's libraries to be quiet
    // before they load.
    ignores: ['src/cli/**', 'src/vitest/**', 'src/report/browser/**', 'src/network/engine.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'process', 'document', 'window'],
    },
  },
);
