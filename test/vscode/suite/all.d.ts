/** Every `*.test.ts` of this folder, in the order of their names: esbuild.mjs makes the module. */
declare module 'tests:all';
