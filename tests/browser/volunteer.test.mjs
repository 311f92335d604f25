import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessible, fits, launch, phone } from './support/browser.mjs';
import { Center } from './support/center.mjs';

const shown = { timeout: 10_000 };
const card = (page, request) => page.locator(`#card-${request.id}`);
const press = (page, request, name) => card(page, request).getByRole('button', { name, exact: true }).click();
const claim = async (page, request) => {
  await press(page, request, 'Accept');
  await press(page, request, 'Accept'); // yes
};

test('the volunteers’ page', async (group) => {
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
    return { person, ...one };
  };

  await group.test('signs in by the link; the token leaves the address bar and no script can read the session', async () => {
    const { page, context, calm } = await signedIn();
    assert.match(page.url(), /\/v$/);
    assert.equal(await page.evaluate(() => document.cookie), '');
    await page.reload();
    await page.getByText('There are no open requests for you now.').waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('says when a link does not work', async () => {
    const { page, context } = await phone(browser);
    await page.goto(`${center.staff}/v#not-a-token`);
    await page.getByText('This link does not work.').waitFor(shown);
    assert.match(page.url(), /\/v$/);
    await context.close();
  });

  await group.test('shows a new request without reloading, and the place only to its holder', async () => {
    const { page, context, calm } = await signedIn();
    const request = await center.request({ later: 1 });
    await card(page, request).getByText('病院の受付で通訳').waitFor(shown);
    assert.equal(await page.getByText('川崎病院').count(), 0);
    await press(page, request, 'Accept');
    await card(page, request).getByText('Your own safety comes first.').waitFor(shown);
    assert.match(await card(page, request).innerText(), /Kawasaki-ku/);
    await press(page, request, 'Accept');
    await page.getByText('You have accepted the request.').waitFor(shown);
    await card(page, request).getByText('川崎病院 1階 受付').waitFor(shown);
    await press(page, request, 'Start');
    await card(page, request).getByText('Under way').waitFor(shown);
    await press(page, request, 'Finished');
    await press(page, request, 'Finished');
    await page.getByText('Thank you for your work.').waitFor(shown);
    assert.equal((await center.call('GET', `/api/v1/requests/${request.id}`)).state, 'done');
    calm();
    await context.close();
  });

  await group.test('of two who claim at the same moment one gets it and the other reads why not', async () => {
    const request = await center.request({ later: 3 });
    const pair = [await signedIn(), await signedIn({ locale: 'ja' })];
    const [english, japanese] = pair.map((one) => one.page);
    await press(english, request, 'Accept');
    await press(japanese, request, '引き受ける');
    await Promise.all([press(english, request, 'Accept'), press(japanese, request, '引き受ける')]);
    await Promise.all(pair.map((one) => one.page.locator('#message').waitFor(shown)));
    const told = await Promise.all(pair.map((one) => one.page.locator('#message p').innerText()));
    const expected = [
      ['You have accepted the request. Thank you.', 'ほかの人が先に引き受けました。ありがとうございます。'],
      ['Someone else has already accepted this request. Thank you all the same.', '引き受けました。ありがとうございます。']];
    assert.ok(expected.some((both) => told[0].endsWith(both[0]) && told[1].endsWith(both[1])), told.join(' / '));
    const holders = (await center.call('GET', `/api/v1/requests/${request.id}`)).assignments;
    assert.equal(holders.length, 1);
    for (const one of pair) await one.context.close();
  });

  await group.test('a request that goes away while its question is read is not silently gone', async () => {
    const { page, context, calm } = await signedIn();
    const request = await center.request({ later: 5 });
    await press(page, request, 'Accept');
    await center.call('POST', `/api/v1/requests/${request.id}/cancel`, { reason: '不要' });
    await page.locator('#message.refused', { hasText: 'Someone else has accepted this request, or it is no longer needed.' }).waitFor(shown);
    assert.match(await page.locator('#message').innerText(), new RegExp(`Request no. ${request.number}\\b`));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'message');
    calm();
    await context.close();
  });

  await group.test('a request that the center called off stays as a card that says so, without buttons', async () => {
    const { page, context, calm } = await signedIn();
    const request = await center.request({ later: 23 });
    await claim(page, request);
    await page.getByText('You have accepted the request.').waitFor(shown);
    await press(page, request, 'Give back'); // the question must not stay either
    const { items } = await page.evaluate(() => fetch('/api/v1/requests?limit=200').then((answer) => answer.json()));
    const one = { ...items.find((each) => each.id === request.id), state: 'cancelled', mine: undefined };
    await page.route('**/api/v1/requests?*', (route) => route.fulfill({ json: { items: [one] } }));
    await center.request({ later: 25 }); // an event
    await card(page, request).getByText('Cancelled by the center. You do not need to go.').waitFor(shown);
    assert.equal(await card(page, request).getByRole('button').count(), 0);
    await page.getByRole('heading', { name: 'My requests' }).waitFor(shown);
    await accessible(page);
    calm();
    await context.close();
  });

  await group.test('while nobody is sent out, a request on site says so in the place of its button', async () => {
    const { page, context, calm } = await signedIn();
    const request = await center.request({ later: 27, mode: 'on_site' });
    await card(page, request).getByText('we are not sending anyone out now').waitFor(shown);
    assert.equal(await card(page, request).getByRole('button').count(), 0);
    await center.call('PUT', '/api/v1/activations/current/dispatch', { open: true, areas: [] });
    await card(page, request).getByRole('button', { name: 'Accept', exact: true }).waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('what waits for approval is said to wait', async () => {
    const { page, context } = await signedIn();
    const request = await center.request({ later: 7, admission: 'by_approval' });
    await press(page, request, 'Accept');
    await card(page, request).getByText('The center decides who goes').waitFor(shown);
    await press(page, request, 'Accept');
    await page.getByText('Please wait for the center’s answer.').waitFor(shown);
    await page.locator('section', { has: page.getByRole('heading', { name: 'Waiting for the center’s answer' }) }).locator(`#card-${request.id}`).waitFor(shown);
    assert.equal(await card(page, request).locator('button.main').count(), 0);
    await press(page, request, 'Give back');
    await card(page, request).getByRole('button', { name: 'Keep it' }).waitFor(shown);
    await press(page, request, 'Give back');
    await page.getByText('You have given the request back.').waitFor(shown);
    await context.close();
  });

  await group.test('two taps send one claim', async () => {
    const { page, context } = await signedIn();
    const request = await center.request({ later: 9 });
    const sent = [];
    page.on('request', (one) => { if (one.url().endsWith('/claim')) sent.push(one); });
    await press(page, request, 'Accept');
    const yes = await card(page, request).getByRole('button', { name: 'Accept', exact: true }).elementHandle();
    await yes.evaluate((button) => { button.click(); button.click(); });
    await page.getByText('You have accepted the request.').waitFor(shown);
    assert.equal(sent.length, 1);
    await context.close();
  });

  await group.test('a claim whose answer got lost is sent again with the same key', async () => {
    const { page, context } = await signedIn();
    const request = await center.request({ later: 11 });
    const keys = [];
    await page.route('**/claim', async (route) => {
      keys.push(await route.request().headerValue('idempotency-key'));
      if (keys.length > 1) return route.continue();
      await route.fetch(); // it reaches the server
      return route.abort('connectionreset'); // and the answer is lost
    });
    await claim(page, request);
    await page.getByText('You have accepted the request.').waitFor(shown);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.match(keys[0], /^[0-9a-f]{32}$/);
    await context.close();
  });

  await group.test('the page works while storage is forbidden', async () => {
    const person = await center.volunteer(`V${++people}`);
    const { page, context, calm } = await phone(browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } });
    });
    await page.goto(person.url);
    await page.getByRole('heading', { name: 'Open requests' }).waitFor(shown);
    await page.locator('#language').selectOption('ja');
    await page.getByRole('heading', { name: '募集中の依頼' }).waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('the page works in browsers that do not know replaceChildren', async () => {
    const person = await center.volunteer(`V${++people}`);
    const { page, context, calm } = await phone(browser);
    await page.addInitScript(() => { delete Element.prototype.replaceChildren; });
    await page.goto(person.url);
    await page.getByRole('heading', { name: 'Open requests' }).waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('a browser in which the page breaks says to call the center', async () => {
    const person = await center.volunteer(`V${++people}`);
    const { page, context } = await phone(browser);
    await page.addInitScript(() => { delete Element.prototype.append; });
    await page.goto(person.url);
    await page.locator('main', { hasText: 'Call the center: 044-' }).waitFor(shown);
    assert.ok(await page.locator('footer a[href^="tel:"]').count());
    await context.close();
  });

  await group.test('the chosen language is kept, also right to left', async () => {
    const { page, context } = await signedIn();
    await page.locator('#language').selectOption('ar');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl', null, shown);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dir === 'rtl', null, shown);
    assert.equal(await page.locator('#language').inputValue(), 'ar');
    await page.locator('main h2').first().waitFor(shown);
    await accessible(page);
    await fits(page);
    await context.close();
  });

  await group.test('a drill is marked on the page', async () => {
    const { page, context } = await signedIn();
    await center.close();
    await center.open('drill');
    await page.locator('#drill', { hasText: 'DRILL' }).waitFor(shown);
    assert.match(await page.title(), /^\[DRILL\]/);
    await center.open('actual', { ends_drill: true });
    await page.locator('#drill').waitFor({ state: 'hidden', ...shown });
    await page.locator('#message', { hasText: 'The drill is over. From now on the information is real.' }).waitFor(shown);
    await context.close();
  });

  await group.test('a revoked link ends what it opened', async () => {
    const { page, person, context } = await signedIn();
    await center.call('DELETE', `/api/v1/volunteers/${person.id}/link`);
    await center.request({ later: 13 });
    await page.getByText('You are signed out.').waitFor(shown);
    await context.close();
  });

  await group.test('signing out ends the session', async () => {
    const { page, context } = await signedIn();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor(shown);
    await page.reload();
    await page.getByText('Open your personal link').waitFor(shown);
    await context.close();
  });

  await group.test('signing out empties the page at once, although the center is away and a field has the focus', async () => {
    const { page, context, calm } = await signedIn();
    const request = await center.request({ later: 17 });
    await claim(page, request);
    await card(page, request).getByText('川崎病院').waitFor(shown);
    await page.getByRole('button', { name: 'Start checking' }).click();
    await page.getByRole('button', { name: 'Suggest another wording' }).click();
    await page.locator('textarea').fill('…');
    await page.route('**/sessions/current', (route) => route.abort('connectionreset'));
    await page.locator('#sign-out').evaluate((button) => button.click()); // the field keeps the focus
    await page.getByText('You are signed out.').waitFor(shown);
    assert.equal(await page.getByText('川崎病院').count(), 0);
    assert.equal(await page.locator('textarea').count(), 0);
    await page.locator('#status', { hasText: 'No connection to the center.' }).waitFor(shown);
    await page.reload(); // the center has not heard of it yet
    await page.getByText('Open your personal link').waitFor(shown);
    assert.equal(await page.getByText('川崎病院').count(), 0);
    await page.unroute('**/sessions/current');
    await page.waitForFunction(() => document.getElementById('status').textContent === '', null, { timeout: 20_000 });
    await page.reload();
    await page.getByText('Open your personal link').waitFor(shown);
    calm();
    await context.close();
  });

  await group.test('a revoked link empties the page also while a field has the focus', async () => {
    const { page, person, context } = await signedIn();
    await page.getByRole('button', { name: 'Start checking' }).click();
    await page.getByRole('button', { name: 'Suggest another wording' }).click();
    await page.locator('textarea').fill('…');
    await center.call('DELETE', `/api/v1/volunteers/${person.id}/link`);
    await page.getByText('You are signed out.').waitFor(shown);
    assert.equal(await page.locator('textarea').count(), 0);
    await context.close();
  });

  await group.test('another person’s link in the same tab listens anew, and sends nothing that was begun before', async () => {
    const [first, next] = [await center.volunteer(`V${++people}`), await center.volunteer(`V${++people}`)];
    const { page, context, calm } = await phone(browser);
    await page.clock.install();
    await page.goto(first.url);
    const request = await center.request({ later: 19 });
    const heard = [], claims = [];
    page.on('request', (one) => {
      if (one.url().endsWith('/api/v1/events')) heard.push(one);
      if (one.url().endsWith('/claim')) claims.push(one);
    });
    await page.route('**/claim', (route) => route.abort('connectionreset'));
    await claim(page, request);
    await page.locator('#status', { hasText: 'No connection to the center.' }).waitFor(shown);
    heard.length = 0;
    await page.evaluate((hash) => { location.hash = hash; }, new URL(next.url).hash);
    await page.waitForFunction(() => location.hash === '', null, shown);
    await card(page, request).getByRole('button', { name: 'Accept', exact: true }).waitFor(shown);
    await page.unroute('**/claim');
    const before = claims.length;
    assert.ok(heard.length > 0);
    const later = await center.request({ later: 21 });
    await card(page, later).waitFor(shown);
    await page.clock.runFor(30_000); // longer than the pause before it would be sent again
    assert.equal(claims.length, before);
    assert.equal((await center.call('GET', `/api/v1/requests/${request.id}`)).state, 'open');
    calm();
    await context.close();
  });

  await group.test('the line about the connection covers nothing at the end of the page', async () => {
    const { page, context } = await signedIn();
    const [button, line] = await page.evaluate(() => {
      document.getElementById('status').textContent = 'No connection to the center. Reconnecting.';
      window.scrollTo(0, document.body.scrollHeight);
      return ['sign-out', 'status'].map((id) => document.getElementById(id).getBoundingClientRect());
    });
    assert.ok(line.height > 0 && button.bottom <= line.top, `${button.bottom} and ${line.top}`);
    await context.close();
  });

  await group.test('tells when the connection is lost and is current again after a restart', async () => {
    const { page, context, calm } = await signedIn();
    await center.stop('SIGKILL');
    await page.locator('#status', { hasText: 'No connection to the center.' }).waitFor(shown);
    await center.launch();
    const request = await center.request({ later: 15 });
    await card(page, request).waitFor({ timeout: 20_000 });
    assert.equal(await page.locator('#status').innerText(), '');
    calm();
    await context.close();
  });
});
