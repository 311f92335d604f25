import { after, test } from 'node:test';
import { accessible, fits, launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

// In the page's own words, so that every language's pages are looked at as its readers get them.
const languages = ['ja', 'ja-simple', 'en', 'ar', 'ne', 'my', 'zh-Hans'];

test('axe finds nothing and nothing is wider than a small phone', async (group) => {
  const center = await Center.start();
  const browser = await launch();
  after(async () => { await browser.close(); await center.end(); });

  const look = async (where, options) => {
    const { page, context, calm } = await phone(browser, options);
    await page.goto(where);
    if (where.includes('/v#')) await page.locator('.card').first().waitFor({ timeout: 10_000 });
    await accessible(page);
    await fits(page);
    calm();
    await context.close();
  };
  const board = center.board.replace(/\/$/, '');

  for (const mode of ['drill', 'actual']) {
    await center.open(mode, { ends_drill: true });
    await center.publish(center.earthquake());
    const waiting = await center.publish({ text: '給水車が来ます。' });
    await center.act(waiting.id, 'correct', { text: '給水車は来ません。', parameters: {} });
    const gone = await center.publish({ text: '避難所が開きました。' });
    await center.act(gone.id, 'withdraw', { reason: '閉じました' });
    for (const colorScheme of ['light', 'dark']) {
      for (const language of languages) {
        await group.test(`board, ${language}, ${mode}, ${colorScheme}`, () => look(`${board}/board/${language}`, { colorScheme }));
      }
      for (const where of ['/', '/board/en/1', '/board/xx', '/signage?lang=en']) {
        await group.test(`${where}, ${mode}, ${colorScheme}`, () => look(board + where, { colorScheme }));
      }
    }
  }

  await center.request({ specialty: 'medical' });
  for (const colorScheme of ['light', 'dark']) {
    for (const locale of ['ja', 'en', 'ar', 'vi']) {
      await group.test(`volunteers’ page, ${locale}, ${colorScheme}`, async () => {
        const { url } = await center.volunteer(`axe ${locale} ${colorScheme}`);
        await look(url, { colorScheme, locale });
      });
    }
  }
});
