// @ts-check
import { createRequire } from 'node:module';
import path from 'node:path';
import { installBrowser } from './install.mjs';

/**
 * Starts Chromium without a window: the program named by GALLEY_BROWSER, else the carried one, else an installed Chrome.
 * The carried one comes first where it runs, because then everybody tests with the same one.
 * @returns {Promise<any>} Playwright's `Browser`
 */
export async function launchBrowser() {
  const { driver, chromium: carried, files } = await installBrowser();
  const { chromium } = createRequire(import.meta.url)(driver);
  const own = process.env['GALLEY_BROWSER'];
  if (own) return chromium.launch({ executablePath: own });
  if (!carried) return chromium.launch({ channel: 'chrome' });
  const libraries = [path.join(files, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(':');
  return chromium.launch({
    executablePath: carried,
    // Containers give /dev/shm 64 MB, which the workbench outgrows.
    args: ['--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: path.join(files, 'fonts.conf'),
    },
  });
}
