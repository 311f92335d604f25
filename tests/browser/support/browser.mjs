// Debian's Chromium under playwright-core, and axe-core's rules for a page.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const withoutScript = { ...phone, javaScriptEnabled: false };

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.KOTOBASHI_CHROMIUM ?? '/usr/bin/chromium', args: ['--disable-gpu'] });
}

// What axe-core finds wrong on the page: one line a rule, empty where all is well. It is evaluated from outside the page, so the
// page's policy against scripts of others stays as it is.
export async function accessibilityProblems(page, rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']) {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), rules);
  return violations.map((each) => `${each.id}: ${each.help} (${each.nodes.map((node) => node.target.join(' ')).join(', ')})`);
}
