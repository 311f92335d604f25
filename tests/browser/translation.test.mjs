import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, fits, launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

const shown = { timeout: 10_000 };
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const fields = (page) => page.locator('article textarea');
// The text of one notice.
const card = (page, notice) => page.locator('article').filter({ hasText: new RegExp(`Notice no. ${notice.number}\\D`) });
const pressOn = (page, notice, name) => card(page, notice).getByRole('button', { name, exact: true }).click();
const line = (page, notice, which) => card(page, notice).locator('textarea').nth(which);

test('texts that no template has, on the volunteers’ page', async (group) => {
  const center = await Center.start();
  const browser = await launch();
  after(async () => { await browser.close(); await center.end(); });
  await center.open();
  let people = 0;
  const signedIn = async (options) => {
    const person = await center.volunteer(`V${++people}`);
    const one = await phone(browser, options);
    await one.page.goto(person.url);
    await one.page.locator('main h2').first().waitFor(shown);
    return one;
  };
  const publish = (text) => center.publish({ text, languages: ['ja', 'vi'] });

  await group.test('are claimed, translated line by line, checked by a second person, and then on the board', async () => {
    const [an, binh, resident] = [await signedIn(), await signedIn(), await phone(browser, { locale: 'vi' })];
    await publish('給水車が来ます\n市役所の前に10時に来ます。');
    await an.page.getByRole('heading', { name: 'Translation' }).waitFor(shown);
    await resident.page.goto(`${center.board}/board/vi`);
    assert.equal(await resident.page.locator('.body.japanese[lang=ja]').innerText(), '市役所の前に10時に来ます。');

    await press(an.page, 'Accept');
    await fields(an.page).nth(1).waitFor(shown);
    await accessible(an.page);
    await fits(an.page);
    await binh.page.locator('article .held-as').waitFor(shown);
    assert.equal(await binh.page.getByRole('button', { name: 'Accept', exact: true }).count(), 0);

    await fields(an.page).nth(0).fill('Xe chở nước sẽ đến');
    await fields(an.page).nth(1).fill('Xe đến trước tòa thị chính lúc 10 giờ.');
    await press(an.page, 'Finished');
    await an.page.getByText('Thank you for your work.').waitFor(shown);
    await resident.page.getByText('Xe chở nước sẽ đến').first().waitFor(shown);
    await resident.page.locator('.unconfirmed').waitFor(shown);

    await binh.page.getByRole('heading', { name: 'Checking a translation' }).waitFor(shown);
    assert.equal(await fields(binh.page).nth(0).inputValue(), 'Xe chở nước sẽ đến');
    await fields(binh.page).nth(1).fill('Xe đến trước tòa thị chính lúc 10 giờ sáng.');
    await press(binh.page, 'Finished');
    await binh.page.getByText('Thank you for your work.').waitFor(shown);
    await resident.page.getByText('10 giờ sáng').waitFor(shown);
    assert.equal(await resident.page.locator('.unconfirmed').count(), 0);
    for (const one of [an, binh, resident]) await one.context.close();
  });

  await group.test('show what a similar line was translated as, to be taken over', async () => {
    const { page, context, calm } = await signedIn();
    await publish('給水車が来ます\n市役所の前に11時に来ます。');
    await press(page, 'Accept');
    await page.getByText('A similar line translated earlier: 100% the same').waitFor(shown);
    await press(page, 'Use this');
    await page.waitForFunction(() => document.querySelector('article textarea').value === 'Xe chở nước sẽ đến', null, shown);
    await press(page, 'Give back');
    await page.getByText('You have given the request back.').waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('lose nothing that was typed when the center is away, the page is reloaded, or something new arrives', async () => {
    const { page, context } = await signedIn();
    await press(page, 'Accept');
    await fields(page).nth(1).waitFor(shown);
    await fields(page).nth(0).fill('Dòng thứ nhất');
    await fields(page).nth(1).focus();
    await page.keyboard.type('Dòng ');
    const looked = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/translations'), shown);
    await center.request({ later: 1 });
    await looked; // an event draws the page anew
    await page.keyboard.type('thứ 11');
    assert.equal(await fields(page).nth(1).inputValue(), 'Dòng thứ 11');
    await page.reload();
    await fields(page).nth(1).waitFor(shown);
    assert.equal(await fields(page).nth(0).inputValue(), 'Dòng thứ nhất');
    assert.equal(await fields(page).nth(1).inputValue(), 'Dòng thứ 11');
    await center.stop('SIGKILL');
    await press(page, 'Finished');
    await page.locator('#status', { hasText: 'No connection to the center.' }).waitFor(shown);
    await center.launch();
    await page.getByText('Thank you for your work.').waitFor({ timeout: 30_000 });
    const { items } = await center.call('GET', '/api/v1/translations');
    assert.ok(items.some((each) => each.said === 'Dòng thứ nhất\nDòng thứ 11'));
    await context.close();
  });

  await group.test('a draft that was given up is no check of what somebody else has finished', async () => {
    const [an, binh] = [await signedIn(), await signedIn()];
    const notice = await publish('井戸が使えます\n公園の井戸です。');
    await pressOn(an.page, notice, 'Accept');
    await line(an.page, notice, 1).waitFor(shown);
    await line(an.page, notice, 0).fill('Nháp dở dang');
    const [one] = (await center.call('GET', '/api/v1/translations')).items.filter((each) => each.notices.includes(notice.number));
    await center.call('POST', `/api/v1/translations/${one.id}/release`, {});
    await pressOn(binh.page, notice, 'Accept');
    await line(binh.page, notice, 1).waitFor(shown);
    await line(binh.page, notice, 0).fill('Có thể dùng giếng');
    await line(binh.page, notice, 1).fill('Giếng ở công viên.');
    await pressOn(binh.page, notice, 'Finished');
    await binh.page.getByText('Thank you for your work.').waitFor(shown);
    await an.page.locator('h2').first().click(); // the field is left
    await an.page.reload();
    await line(an.page, notice, 1).waitFor(shown);
    assert.equal(await line(an.page, notice, 0).inputValue(), 'Có thể dùng giếng');
    assert.equal(await line(an.page, notice, 1).inputValue(), 'Giếng ở công viên.');
    await pressOn(an.page, notice, 'Finished');
    await an.page.getByText('Thank you for your work.').waitFor(shown);
    const { said, state } = await center.call('GET', `/api/v1/translations/${one.id}`);
    assert.deepEqual([said, state], ['Có thể dùng giếng\nGiếng ở công viên.', 'done']);
    for (const each of [an, binh]) await each.context.close();
  });

  await group.test('are not sent while a line is empty, and the page says so', async () => {
    const { page, context, calm } = await signedIn();
    const notice = await publish('橋が通れません\n丸子橋です。');
    await pressOn(page, notice, 'Accept');
    await line(page, notice, 1).waitFor(shown);
    await line(page, notice, 0).fill('Không qua cầu được');
    const sent = [];
    page.on('request', (each) => { if (each.url().endsWith('/submit')) sent.push(each); });
    await pressOn(page, notice, 'Finished');
    await page.getByText('Some lines are empty. Please translate every line.').waitFor(shown);
    assert.equal(await line(page, notice, 1).evaluate((field) => field === document.activeElement), true);
    await accessible(page);
    assert.equal(sent.length, 0);
    await line(page, notice, 1).fill('Cầu Maruko.');
    await pressOn(page, notice, 'Finished');
    await page.getByText('Thank you for your work.').waitFor(shown);
    assert.equal(JSON.parse(sent[0].postData()).text, 'Không qua cầu được\nCầu Maruko.');
    calm();
    await context.close();
  });

  await group.test('are asked about when a number of the Japanese is not there, of the translator and of the checker', async () => {
    const [an, binh] = [await signedIn(), await signedIn()];
    const notice = await publish('水を 配ります\n水を 10時から 配ります。電話 044-000-0000');
    await pressOn(an.page, notice, 'Accept');
    await line(an.page, notice, 1).waitFor(shown);
    await line(an.page, notice, 0).fill('Phát nước');
    await line(an.page, notice, 1).fill('Phát nước từ 11 giờ. ĐT 044-999-9999');
    await pressOn(an.page, notice, 'Finished');
    await card(an.page, notice).getByText('These numbers are not in your translation: 10, 044-000-0000. Is it correct as it is?').waitFor(shown);
    await accessible(an.page);
    await fits(an.page);
    await pressOn(an.page, notice, 'Check again');
    await line(an.page, notice, 1).fill('Phát nước từ 10 giờ. ĐT 044-999-9999');
    await pressOn(an.page, notice, 'Finished');
    await card(an.page, notice).getByText('These numbers are not in your translation: 044-000-0000.').waitFor(shown);
    await pressOn(an.page, notice, 'It is correct');
    await an.page.getByText('Thank you for your work.').waitFor(shown);

    await line(binh.page, notice, 1).waitFor(shown);
    await pressOn(binh.page, notice, 'Finished');
    await card(binh.page, notice).getByText('These numbers are not in your translation: 044-000-0000.').waitFor(shown);
    await pressOn(binh.page, notice, 'Check again');
    await line(binh.page, notice, 1).fill('Phát nước từ 10 giờ. ĐT 044-000-0000');
    await pressOn(binh.page, notice, 'Finished');
    await binh.page.getByText('Thank you for your work.').waitFor(shown);
    for (const each of [an, binh]) { each.calm(); await each.context.close(); }
  });

  await group.test('what one person typed on a phone is not there for the next', async () => {
    const writer = await signedIn();
    const { page, context, calm } = await signedIn();
    const next = await center.volunteer(`V${++people}`);
    const notice = await publish('電気が つきます\n中原区です。');
    await pressOn(writer.page, notice, 'Accept');
    await line(writer.page, notice, 1).waitFor(shown);
    await line(writer.page, notice, 0).fill('Điện đã có lại');
    await line(writer.page, notice, 1).fill('Ở quận Nakahara.');
    await pressOn(writer.page, notice, 'Finished');
    await line(page, notice, 1).waitFor(shown);
    await line(page, notice, 0).fill('Dở dang');
    await page.evaluate((hash) => { location.hash = hash; }, new URL(next.url).hash);
    await page.waitForFunction(() => location.hash === '', null, shown);
    await line(page, notice, 1).waitFor(shown);
    assert.equal(await line(page, notice, 0).inputValue(), 'Điện đã có lại');
    calm();
    for (const each of [writer.context, context]) await each.close();
  });
});
