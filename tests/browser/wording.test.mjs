import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, fits, launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

const shown = { timeout: 10_000 };

test('prepared texts, on the volunteers’ page', async (group) => {
  const center = await Center.start();
  const browser = await launch();
  after(async () => { await browser.close(); await center.end(); });
  await center.open();
  const person = await center.volunteer('V1');
  const { page, context, calm } = await phone(browser);
  await page.goto(person.url);
  const question = page.getByRole('heading', { name: 'Is this translation correct?' });
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  const reviews = async () => (await center.call('GET', '/api/v1/wording-reviews')).items;
  const left = async () => Number((await page.locator('#wording-card .labels').innerText()).replace(/\D/g, ''));

  await group.test('stand closed below what is urgent, and one is asked about at a time', async () => {
    await page.getByRole('heading', { name: 'Check prepared texts' }).waitFor(shown);
    assert.equal(await question.count(), 0);
    await press('Start checking');
    await question.waitFor(shown);
    await accessible(page);
    await fits(page);
    assert.equal(await page.locator('#wording-card .ask [lang=ja]').count() > 0, true);
    const before = await left();
    await press('It is correct');
    await page.getByText('Thank you. The center’s staff will look at it and decide.').waitFor(shown);
    assert.equal(await left(), before - 1);
    const [said] = await reviews();
    assert.equal(said.language, 'vi');
    assert.equal(said.said, undefined);
    await press('Later');
    await question.waitFor(shown);
    assert.equal(await left(), before - 1);
  });

  await group.test('may be written in another way; what the program can see to be wrong comes back with a reason', async () => {
    await press('Suggest another wording');
    const field = page.locator('#wording-said');
    await field.waitFor(shown);
    await accessible(page);
    const was = await field.inputValue();
    await field.fill(`${was} 地震`);
    await press('Send');
    await page.getByText('This wording cannot be used. Please check it again.').waitFor(shown);
    assert.equal(await field.inputValue(), `${was} 地震`);
    await field.fill(`${was} Xin cảm ơn.`);
    await center.request({ later: 1 }); // an event draws the page anew
    await press('Send');
    await page.getByText('Thank you. The center’s staff will look at it and decide.').waitFor(shown);
    const [said] = await reviews();
    assert.equal(said.was, was);
    assert.equal(said.said, `${was} Xin cảm ơn.`);
  });

  await group.test('are asked for again when the center was away, and nobody is told that there are none', async () => {
    await page.reload();
    await page.route('**/api/v1/wordings?*', (route) => route.abort('connectionreset'));
    await press('Start checking');
    await page.locator('#wording-card', { hasText: 'No connection to the center.' }).waitFor(shown);
    assert.equal(await page.getByText('There are no texts to check now.').count(), 0);
    await page.unroute('**/api/v1/wordings?*');
    await center.request({ later: 3 }); // an event makes the page ask again
    await question.waitFor(shown);
  });

  await group.test('are those of whoever signs in on the phone next', async () => {
    const next = await center.volunteer('V2', 'ne');
    await page.goto(next.url);
    await press('Start checking');
    await page.locator('#wording-card .asked [lang=ne]').first().waitFor(shown);
    calm();
    await context.close();
  });
});
