/** The version in package.json; put in by the build. */
declare const __GALLEY_VERSION__: string;
