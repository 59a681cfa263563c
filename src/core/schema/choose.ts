import type { PageFacts } from '../check/facts.ts';
import type { SchemaName } from './annotations.ts';

/** Which of the shipped schemas an article is held against: pages below a section owe a title and a date. */
export const schemaFor = ({ kind }: PageFacts): SchemaName => (kind === 'article' ? 'article' : 'hugo-page');
