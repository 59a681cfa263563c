import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Packages that a layer may import; everything else is an error. Files of other layers are kept out by the project references. */
const allow = (files, packages) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!\\.{1,2}/)(?!schema:)(?!tests:)(?!(?:${packages.join('|')})$).*`,
            message: 'This layer may not import that package (see eslint.config.mjs).',
          },
        ],
      },
    ],
  },
});

export default defineConfig(
  globalIgnores(['dist', '.tsbuild', '.vscode-test', 'coverage', 'samples', 'test/fixtures']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', package: 'vscode', name: 'Thenable' }],
        },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-control-regex': 'off',
      complexity: ['error', 16],
      'max-depth': ['error', 4],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 400, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/core/schema/schema.d.ts'], rules: { 'no-restricted-exports': 'off' } },
  allow(
    ['src/core/**/*.ts'],
    [
      'ignore',
      'yaml',
      'js-yaml',
      'toml-eslint-parser',
      'smol-toml',
      'jsonc-parser',
      'gray-matter',
      'markdown-it',
      'markdown-it/.*',
      'ajv',
      'ipaddr.js',
      'probe-image-size/sync.js',
      'parse5',
      'hast',
      'mdast',
      'hast-util-.*',
      'mdast-util-.*',
    ],
  ),
  allow(['src/platform/node/**/*.ts'], ['node:.*', 'ajv', 'ajv/.*']),
  allow(['src/platform/web/**/*.ts'], ['vscode']),
  allow(['src/vscode/**/*.ts'], ['vscode', 'ignore']),
  allow(['src/cli/**/*.ts'], ['node:.*']),
  allow(['src/webview/**/*.ts'], ['dompurify', 'katex', 'highlight.js/.*']),
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
