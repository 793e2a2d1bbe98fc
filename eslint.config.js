import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/cdn/',
      '**/storybook-static/',
      '**/.tsc/',
      'coverage/',
      'qualepref-*/',
      '.stryker-tmp/',
    ],
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.ts', '*.js', '.storybook/*.ts', 'packages/*/tsup.config.{js,ts}'],
        },
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // TypeScript refuses enums here; looking for them takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `return leave();` is how one leaves early.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-native-attributes': 'error',
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-useless-template-literals': 'error',
      // Registration is `define.ts`, which passes over a tag that is taken.
      'wc/define-tag-after-class-definition': 'off',
      // Safari does not say that a list without bullets is a list.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // What these print is their result.
    files: [
      'scripts/**',
      'test/site/**',
      'test/docs/**',
      '**/*.bench.ts',
      'packages/widgets/build/publish.js',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Takes an untyped script of the build.
    files: ['.storybook/main.ts'],
    rules: { '@typescript-eslint/no-unsafe-call': 'off' },
  },
  {
    // Vitest's asymmetric matchers are `any`.
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Untyped JSON passes through them.
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
