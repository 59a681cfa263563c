/** Written by the build (esbuild.mjs): ajv's standalone code for `schemas/<name>.schema.json`. */
declare module 'schema:*' {
  export interface StandaloneError {
    /** JSON pointer to the value. */
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }
  export interface StandaloneValidator {
    (value: unknown): boolean;
    readonly errors?: readonly StandaloneError[] | null;
  }
  const validate: StandaloneValidator;
  export default validate;
}
