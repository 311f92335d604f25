import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

const shown = { timeout: 10_000 };

test('the screen in the room', async (group) => {
  const center = await Center.start();
  const browser = await launch();
  after(async () => { await browser.close(); await center.end(); });
  await center.open();
  await center.publish(center.earthquake());
  // The page's own clock is turned forward instead of waiting.
  const screen = async () => {
    const one = await phone(browser, { viewport: { width: 1280, height: 720 } });
    await one.page.clock.install();
    await one.page.goto(`${center.board.replace(/\/$/, '')}/signage?lang=en&languages=en,ja`);
    return one;
  };
  const language = (page, tag, how = shown) =>
    page.waitForFunction((wanted) => document.documentElement.lang === wanted, tag, how);
  const turn = async (page, tag) => {
    for (let i = 0; i < 12; ++i) {
      await page.clock.runFor(15_000);
      if (await language(page, tag, { timeout: 1_000 }).catch(() => null)) return;
    }
    await language(page, tag);
  };

  await group.test('tells the time of the center, wherever the screen thinks it is', async () => {
    const { page, context } = await phone(browser, { viewport: { width: 1280, height: 720 }, timezoneId: 'America/New_York' });
    await page.clock.setFixedTime('2011-03-11T15:05:00Z');
    await page.goto(`${center.board.replace(/\/$/, '')}/signage?lang=en&languages=en,ja`);
    await page.locator('#clock', { hasText: '00:05' }).waitFor(shown);
    await context.close();
  });

  await group.test('goes through its languages and starts again', async () => {
    const { page, context, calm } = await screen();
    await turn(page, 'ja');
    await page.getByRole('heading', { level: 2 }).first().waitFor(shown);
    await turn(page, 'en');
    calm();
    await context.close();
  });

  await group.test('goes on with what it has while the server is away, and says so', async () => {
    const { page, context } = await screen();
    await turn(page, 'ja');
    await turn(page, 'en');
    await center.stop('SIGKILL');
    await turn(page, 'ja');
    assert.match(await page.locator('#status').innerText(), /センターとつながっていません/);
    assert.ok(await page.locator('article').count());
    await center.launch();
    await context.close();
  });
});
