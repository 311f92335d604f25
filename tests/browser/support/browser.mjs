// Debian's Chromium through playwright-core, with a profile that is made and thrown away.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

// A phone: a context of its own, narrow. Errors of scripts fail the test at `calm`.
export async function phone(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'en', timezoneId: 'Asia/Tokyo', ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (said) => { if (/Content Security Policy/i.test(said.text())) troubles.push(said.text()); });
  return { context, page, calm: () => assert.deepEqual(troubles, []) };
}

export async function accessible(page) {
  await page.evaluate(axe); // by the debugger, which the page's policy does not bind
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), []);
}

export async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `the page is ${over} pixels wider than the screen`);
}
