import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fits, launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

const shown = { timeout: 10_000 };

test('the board', async (group) => {
  const center = await Center.start();
  const browser = await launch();
  after(async () => { await browser.close(); await center.end(); });
  const article = (page, notice) => page.locator(`#n${notice.number}`);
  const open = async (where, options) => {
    const one = await phone(browser, options);
    await one.page.goto(center.board.replace(/\/$/, '') + where);
    return one;
  };

  await group.test('says that the center is not open', async () => {
    const { page } = await open('/board/en');
    await page.getByText('The center is not open now.').waitFor(shown);
  });

  await center.open();
  const first = await center.publish(center.earthquake());

  await group.test('is read from the chooser on, without script', async () => {
    const { page, context } = await open('/', { javaScriptEnabled: false, locale: 'ne' });
    assert.match(await page.locator('.languages li').first().innerText(), /नेपाली/);
    await page.getByRole('link', { name: 'English' }).click();
    await article(page, first).getByText('Intensity 5 Upper').first().waitFor(shown);
    await article(page, first).getByRole('link').first().click();
    assert.match(page.url(), /\/board\/en\/1$/);
    await page.getByRole('heading', { level: 1 }).waitFor(shown);
    await context.close();
  });

  await group.test('can be used with a finger, and read with letters twice as large', async () => {
    await center.publish({ text: '給水車が来ます。' }); // not ready elsewhere, so that its languages are listed
    for (const language of ['ja', 'ar', 'my', 'en']) {
      for (const where of ['/', `/board/${language}`, `/board/${language}/1`]) {
        const { page, context } = await open(where, { locale: language, viewport: { width: 360, height: 640 } });
        const small = await page.evaluate(() => [...document.querySelectorAll('a:not(.skip)')].map((one) => [one.textContent, one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44 || box.width < 44).map(([text, box]) => `${text} ${box.width}×${box.height}`));
        assert.deepEqual(small, [], language);
        await page.evaluate(() => { document.documentElement.style.fontSize = '36px'; });
        await fits(page);
        const over = await page.evaluate(() => [...document.querySelectorAll('.phone a, .phone bdi')]
          .filter((one) => one.getBoundingClientRect().right > one.closest('.phone').getBoundingClientRect().right).map((one) => one.textContent));
        assert.deepEqual(over, [], language);
        await context.close();
      }
    }
  });

  await group.test('shows a new notice without reloading, and says so', async () => {
    const { page, context, calm } = await open('/board/en');
    await page.evaluate(() => { window.sameDocument = true; });
    const second = await center.publish(center.earthquake('six_lower'));
    await article(page, second).getByText('Intensity 6 Lower').first().waitFor(shown);
    assert.equal(await page.evaluate(() => window.sameDocument), true);
    await page.locator('#status', { hasText: 'New' }).waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('keeps the reader’s place when a notice comes in above', async () => {
    const { page, context } = await open('/board/en');
    const top = () => article(page, first).evaluate((one) => one.getBoundingClientRect().top);
    await article(page, first).evaluate((one) => one.scrollIntoView());
    const before = await top();
    const third = await center.publish(center.earthquake('four'));
    await article(page, third).waitFor({ state: 'attached', ...shown });
    assert.ok(Math.abs((await top()) - before) < 2, `moved from ${before} to ${await top()}`);
    await context.close();
  });

  await group.test('shows a correction and a withdrawal at once', async () => {
    const notice = await center.publish({ text: '中原区の給水は10時からです。' });
    const reader = await open('/board/ja');
    const waiting = await open('/board/en');
    await article(reader.page, notice).getByText('10時から').first().waitFor(shown);
    await article(waiting.page, notice).getByText('The translation is being made.').waitFor(shown);
    await center.act(notice.id, 'correct', { text: '中原区の給水は14時からです。', parameters: {} });
    await article(reader.page, notice).getByText('14時から').first().waitFor(shown);
    assert.equal(await article(reader.page, notice).getByText('10時から').count(), 0);
    await article(waiting.page, notice).getByText('This notice has been corrected.').waitFor(shown);
    await center.act(notice.id, 'withdraw', { reason: '給水は終わりました' });
    await article(reader.page, notice).getByText('このお知らせは取り消されました。').waitFor(shown);
    assert.equal(await article(reader.page, notice).locator('.body').count(), 0);
    await reader.context.close();
    await waiting.context.close();
  });

  await group.test('tells when the connection is lost and is current again after a restart', async () => {
    const { page, context, calm } = await open('/board/en', { timezoneId: 'America/New_York' });
    await center.stop('SIGKILL');
    await page.locator('#status', { hasText: 'No connection to the center.' }).waitFor(shown);
    const [, hours] = (await page.locator('#status').innerText()).match(/as of .*?(\d\d):\d\d/);
    const inTokyo = [Date.now(), Date.now() - 60_000].map((at) => (new Date(at).getUTCHours() + 9) % 24);
    assert.ok(inTokyo.includes(Number(hours)), hours); // the center's time, not the phone's
    await article(page, first).waitFor({ state: 'attached' });
    await center.launch();
    const later = await center.publish(center.earthquake('seven'));
    await article(page, later).waitFor({ timeout: 20_000 });
    await page.waitForFunction(() => !/No connection/.test(document.getElementById('status').textContent), null, shown);
    calm();
    await context.close();
  });

  await group.test('turns from a drill to the real thing without reloading', async () => {
    await center.close();
    await center.open('drill');
    const { page, context } = await open('/board/en');
    await page.locator('.drill-banner', { hasText: 'DRILL' }).waitFor(shown);
    const notice = await center.publish(center.earthquake());
    await page.getByRole('heading', { level: 2, name: /^\[DRILL\]/ }).waitFor(shown);
    assert.match(await page.title(), /^\[DRILL\] /);
    await center.open('actual', { ends_drill: true });
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-drill'), null, shown);
    await page.locator('#status', { hasText: 'The drill is over. From now on the information is real.' }).waitFor(shown);
    assert.equal(await page.locator('.drill-banner, .drill-mark').count(), 0);
    assert.equal(await page.locator('article').count(), 0);
    assert.doesNotMatch(await page.title(), /DRILL/);
    assert.ok(notice.number);
    await context.close();
  });

  await group.test('says that a drill is over', async () => {
    await center.close();
    await center.open('drill');
    await center.close();
    const { page, context } = await open('/board/en');
    await page.locator('.drill-banner', { hasText: 'The drill is over' }).waitFor(shown);
    await context.close();
  });
});
