import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { INestApplicationContext } from '@nestjs/common';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { describeWithBrowser, startBrowser } from '../support/browser.js';
import { testSettings } from '../support/database.js';
import { pactWithMembers } from '../support/pact-with-members.js';

const WAIT_MS = 20_000;

/** Five women and two men: the men are too few to be shown. */
const records = Array.from({ length: 7 }, (_, n) => {
  const participant = { scheme: 'caso', value: `persona-${n}` };
  return [
    { kind: 'participant', externalId: `u${n}`, participant, sex: n < 5 ? 'F' : 'M', birthYear: 1990 },
    { kind: 'pathway', externalId: `p${n}`, participant, startedOn: '2025-03-01' },
  ];
}).flat();

async function ended(client: Client, path: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < WAIT_MS;) {
    if ((await client.get(path)).body.status === 'succeeded') return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('The monitoring run does not end');
}

describeWithBrowser('the dashboard', () => {
  let api: TestApi;
  let worker: INestApplicationContext;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let reader: Client;
  let figures: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    worker = await createWorker(testSettings(api.databaseUrl));
    const pact = await pactWithMembers(api, 2);
    figures = `${pact.path}/figures`;
    const other = await pactWithMembers(api, 3);
    const pacts = [pact.pactId, other.pactId];
    const made = await api.admin.post('/v1/api-keys', { name: 'dashboard', kind: 'dashboard', pacts });
    reader = api.client(made.body.key);
    const owner = pact.members[0]?.memberId;
    for (const [indicator, value] of [
      ['systems_represented', 4],
      ['fulfilment_rate', 0.9],
    ] as const) {
      const wish = { indicator, value, period: '2025', baseline: { value: 0 }, ownerMemberId: owner };
      await pact.coordinator.put(`${pact.path}/targets`, wish, { 'If-Match': '"0"' });
    }
    for (const { path } of [pact, other]) await computed(path);
    browser = await startBrowser();
  }, 60_000);

  beforeEach(async () => {
    context = await browser.newContext({ locale: 'it-IT' });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(api.url);
  });

  afterEach(async () => {
    await context.close();
    complaints.length = 0;
  });

  afterAll(async () => {
    await browser?.close();
    await worker?.close();
    await api?.close();
  });

  /** The same people in each pact. */
  const computed = async (path: string): Promise<void> => {
    await api.admin.post(`${path}/outcome-batches`, { source: 'sil', records });
    const asked = await api.admin.post(`${path}/monitoring-runs`, {});
    await ended(api.admin, asked.headers.get('location') ?? '');
  };
  const signIn = async (key = reader.token ?? ''): Promise<void> => {
    await page.getByLabel('Chiave API').fill(key);
    await page.getByRole('button', { name: 'Entra' }).click();
  };
  const card = (code: string) => page.locator(`[data-indicator=${code}]`);
  const open = async (code: string): Promise<void> => {
    await card(code).click();
    await page.locator('[data-panel=time] svg').waitFor();
  };
  const violations = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

  it('refuses a key that is not valid, in words and with the id of the request', async () => {
    await signIn('patti_nobody_nothing');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/Questa chiave non è valida[^]*Richiesta [\w-]{36}/);
  });

  it('refuses a key that may not read figures', async () => {
    const { body } = await api.admin.post('/v1/api-keys', {
      name: 'partner',
      kind: 'partner',
      pacts: [figures.split('/')[3]],
    });
    await signIn(body.key);
    await page.getByText('Questa chiave non può leggere gli indicatori').waitFor();
  });

  it('shows the figures that the API answers', async () => {
    await signIn();
    const { body } = await reader.get(`${figures}?indicator=pathways_started,systems_represented`);
    const values = body.items.map(({ value }: { value: number }) => String(value));
    await card('pathways_started').waitFor();
    const shown = ['pathways_started', 'systems_represented'].map((code) =>
      card(code).locator('.value').innerText(),
    );
    expect(await Promise.all(shown)).toEqual(values);
    expect(values).toEqual(['7', '2']);
    expect(await card('job_retention_90').innerText()).toContain('Nessun caso');
    expect(complaints).toEqual([]);
  });

  it('never puts the key in the address, and forgets it with the session', async () => {
    await signIn();
    await open('pathways_started');
    expect(page.url()).not.toContain(reader.token);
    expect(await context.storageState()).toMatchObject({ cookies: [] });
    expect(JSON.stringify(await context.storageState())).not.toContain(reader.token);
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.reload();
    await page.getByLabel('Chiave API').waitFor();
  });

  it('never shows a number for a suppressed figure', async () => {
    const { body } = await reader.get(`${figures}?indicator=pathways_started&by=sex`);
    expect(body.items.map(({ suppression }: { suppression: string }) => suppression)).toContain('primary');
    await signIn();
    await open('pathways_started');
    const panel = page.locator('[data-breakdown=sex]');
    await panel.locator('summary').click();
    const men = panel.getByRole('row', { name: /Uomini/ });
    expect(await men.locator('td').allInnerTexts()).toEqual(['Non mostrato: poggia su meno di 3 persone']);
    await panel.locator('svg text', { hasText: 'Non mostrato' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['CSV', 'pathways_started-quarter.csv', '2025-Q1'],
    ['JSON-stat', 'pathways_started-quarter.jsonstat.json', '"class":"dataset"'],
    ['SDMX-CSV', 'pathways_started-quarter.sdmx.csv', 'PATTI:FIGURES'],
    ['Excel (XLSX)', 'pathways_started-quarter.xlsx', 'PK'],
    ['Data Package', 'pathways_started-quarter.datapackage.json', '"figures.csv"'],
  ])('downloads the figures as %s', async (format, file, content) => {
    await signIn();
    await open('pathways_started');
    const panel = page.locator('[data-panel=time]');
    await panel.getByText('Scarica', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    expect(await readFile(await download.path(), 'utf8')).toContain(content);
    expect(complaints).toEqual([]);
  });

  it('shows what was to be reached, and how far it is', async () => {
    await signIn();
    const goal = card('systems_represented').locator('[data-target="2025"]');
    await goal.waitFor();
    expect((await goal.innerText()).replace(/\s+/g, ' ')).toBe('Obiettivo 2025: 4 2 · 50% del percorso');
    expect(await card('fulfilment_rate').locator('[data-target]').innerText()).toContain('Nessun caso');
  });

  it('sets a forecast apart from the figures', async () => {
    await signIn();
    await open('pathways_started');
    const outlook = page.locator('[data-panel=time] .outlook');
    await outlook.waitFor();
    expect(await outlook.innerText()).toMatch(/Tendenza: [^]*Previsione, non è un valore: T\d \d{4}/);
    const rows = await page.locator('[data-panel=time] tbody tr').count();
    const range = 'period=2025-01..2026-12&granularity=quarter&limit=100';
    const { body } = await reader.get(`${figures}?indicator=pathways_started&${range}`);
    expect(rows).toBe(body.items.length);
  });

  it('compares the pacts of a key that reads several', async () => {
    await signIn();
    await page.getByRole('link', { name: 'Confronta i patti' }).click();
    await page.getByLabel('Indicatore').selectOption('systems_represented');
    const panel = page.locator('[data-panel=comparison]');
    await panel.locator('svg').waitFor();
    const values = await panel.locator('tbody td:first-of-type').allInnerTexts();
    expect(values.toSorted((one, other) => one.localeCompare(other))).toEqual(['2', '3']);
    expect(await violations()).toEqual([]);
    await page.getByRole('link', { name: '← Tutti gli indicatori' }).click();
    await card('systems_represented').waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks again only in case something changed', async () => {
    await signIn();
    await card('pathways_started').waitFor();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/figures?period=since-start')),
      page.getByRole('button', { name: 'Aggiorna' }).click(),
    ]);
    expect(answer.status()).toBe(304);
    expect(await card('pathways_started').locator('.value').innerText()).toBe('7');
  });

  it('speaks English when asked to, labels of the indicators included', async () => {
    await signIn();
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { name: 'Pathways started' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('has no serious barrier for anyone', async () => {
    expect(await violations()).toEqual([]);
    await signIn();
    await card('pathways_started').waitFor();
    expect(await violations()).toEqual([]);
    await open('pathways_started');
    await page.locator('[data-breakdown=sex] summary').click();
    expect(await violations()).toEqual([]);
  });
});

describe('the files of the dashboard', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('come with a policy that allows nothing else, the page asked for each time, the assets kept', async () => {
    const page = await fetch(`${api.url}/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(api.url + (/src="([^"]+\.js)"/.exec(html)?.[1] ?? ''));
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  it('leave every other address to the problem that nothing is there', async () => {
    const answer = await fetch(`${api.url}/nothing.html`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});
