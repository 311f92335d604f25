// Takes the pictures of the pages for phones that the documents show, of a real server with invented notices:
//   node docs/screenshots/pages.mjs        (KOTOBASHI_BIN: where kotobashi-server is; default build/dev/bin)
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, phone } from '../../tests/browser/support/browser.mjs';
import { Center } from '../../tests/browser/support/center.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const center = await Center.start();
const browser = await launch();
const board = center.board.replace(/\/$/, '');

async function picture(name, where, { ready = 'main', before, ...options } = {}) {
  const { page, context } = await phone(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, ...options });
  await page.goto(where);
  await page.locator(ready).first().waitFor();
  if (before) await before(page);
  await page.screenshot({ path: path.join(here, `${name}.png`) });
  await context.close();
}

try {
  await center.open('drill');
  await center.publish(center.earthquake());
  await picture('board-drill', `${board}/board/en`, { ready: 'article' });
  await center.open('actual', { ends_drill: true });
  await center.publish({ ...center.earthquake(), source: { issuer: '川崎市', bulletin_number: '第12報' } });
  await picture('chooser', `${board}/`, { locale: 'ne' });
  for (const language of ['en', 'ja-simple', 'ar', 'zh-Hans']) {
    await picture(`board-${language}`, `${board}/board/${language}`, { ready: 'article' });
  }
  await picture('board-dark', `${board}/board/vi`, { ready: 'article', colorScheme: 'dark' });
  await picture('signage', `${board}/signage?lang=en`, { ready: 'article', viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });

  const request = await center.request({ specialty: 'medical' });
  const { url } = await center.volunteer('V001');
  await picture('volunteer', url, { ready: '.card', before: (page) => page.locator(`#claim-${request.id}`).click() });
} finally {
  await browser.close();
  await center.end();
}
