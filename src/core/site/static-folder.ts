import type { SiteFacts } from '../check/facts.ts';

/** The site's own folder of files that are published as they are. */
export const staticFolder = ({ config }: SiteFacts): string =>
  config.mounts.find(
    ({ component, module, target }) => component === 'static' && module === undefined && target === '',
  )?.source ?? 'static';
