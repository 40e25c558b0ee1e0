import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The one place for exceptions: comments that switch rules off in a file have no effect and are reported.

const noEnvironment = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'Only src/config reads the environment; inject the Config.',
    },
  ],
  'no-restricted-imports': [
    'error',
    { paths: ['process', 'node:process'].map((name) => ({ name, message: 'Use the global process.' })) },
  ],
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-web/',
    // Made by scripts/web-schema.mjs.
    'web/src/api/schema.d.ts',
    'web/src/api/constraints.ts',
    'web/src/api/portal-constraints.ts',
    'web/src/api/staff-constraints.ts',
    'coverage/',
    '.data/',
    'test/generated/',
    'src/metadata.ts',
    'reports/',
    '.stryker-tmp/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  // Of all that people write, blank lines and comments included.
  { rules: { 'max-lines': ['error', 250] } },
  // Released: it is never changed again.
  { files: ['src/schema/migrations/1700000006000-tickets.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    // Parts of it run in the browser.
    files: ['scripts/pictures.mjs'],
    languageOptions: { globals: { document: 'readonly', Image: 'readonly', scrollTo: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // Leaves files with decorators alone, whose imports are values at run time (emitDecoratorMetadata).
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Nest's modules are classes that consist of their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // A promise-returning function is fine where its result is deliberately not awaited, e.g. `return void`.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Guards against a request from outside look unnecessary to the types of those who are let in.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // Interfaces of Nest and of event handlers are async by contract, whatever one implementation does.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Responses are literals that the compiler holds against their class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/config/**'], rules: noEnvironment },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          // One of several that fails would leave the others working on a transaction that is over. Only what stands inside the call is seen.
          selector:
            'CallExpression[callee.property.name=/^run(?:For)?$/][callee.object.property.name="transactions"] CallExpression[callee.object.name="Promise"]',
          message: 'Statements of a transaction are awaited one after the other.',
        },
      ],
    },
  },
  // Hands the search path on to the processes it starts.
  { files: ['src/embedded-postgres/binaries.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [jsxA11y.configs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // What people read stands in i18n/, in every language.
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: 'Texts stand in web/src/i18n.' },
        {
          selector:
            'JSXAttribute[name.name=/^(?:aria-label|title|placeholder|alt|label)$/] > Literal[value=/\\p{L}/u]',
          message: 'Texts stand in web/src/i18n.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'The content security policy allows no markup from strings.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'react', importNames: ['useActionState'], message: 'Preact does not have it.' }] },
      ],
      // Redirects of the router are thrown, and are no errors.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
      // Types of components and queries are long to write and easy to infer.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['test/web/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="waitForFunction"]',
          message: 'The page may evaluate nothing by itself: use `until`.',
        },
      ],
    },
  },
  // Programs for people at a terminal.
  { files: ['src/cli/**', 'src/main.ts', 'scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      // Bodies of answers are `any` in supertest, and what is asserted about them is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
