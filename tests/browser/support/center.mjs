// A real kotobashi-server on free ports with a data directory of its own, and calls to it as its staff would make them.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = process.env.KOTOBASHI_SOURCE ?? fileURLToPath(new URL('../../..', import.meta.url));
const program = path.join(process.env.KOTOBASHI_BIN ?? path.join(root, 'build/dev/bin'), 'kotobashi-server');

const password = 'a password for tests';
const hour = 3600_000;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => probe.once('listening', ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

export class Center {
  static async start() {
    const center = new Center();
    center.directory = mkdtempSync(path.join(tmpdir(), 'kotobashi-browser-'));
    center.data = path.join(center.directory, 'data');
    center.ports = [await freePort(), await freePort()]; // kept, so that a restarted server is found again
    await center.launch();
    center.token = (await center.call('POST', '/api/v1/sessions', { account: 'lead', password })).token;
    return center;
  }

  async launch() {
    mkdirSync(this.data, { recursive: true });
    copyFileSync(path.join(root, 'templates/center.example.toml'), path.join(this.data, 'center.toml'));
    writeFileSync(path.join(this.directory, 'password'), `${password}\n`);
    const [staff, open] = this.ports;
    this.process = spawn(program, ['--data', this.data, '--templates', path.join(root, 'templates'),
      '--langpacks', path.join(root, 'langpacks'), '--listen', `127.0.0.1:${staff}`, '--public', `127.0.0.1:${open}`,
      '--first-account', 'lead', '--first-password-file', path.join(this.directory, 'password')],
    { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    this.process.stderr.on('data', (text) => { said += text; });
    this.ended = new Promise((ended) => this.process.once('exit', ended));
    const lines = readline.createInterface({ input: this.process.stdout });
    const ready = new Promise((done) => lines.on('line', (line) => {
      if (line.startsWith('staff: ')) this.staff = line.slice(7);
      if (line.startsWith('board: ')) done(this.board = line.slice(7));
    }));
    await Promise.race([ready, this.ended.then((code) => { throw new Error(`the server ended with ${code}: ${said}`); })]);
  }

  async stop(signal = 'SIGTERM') {
    this.process.kill(signal);
    await this.ended;
  }
  async end() {
    await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async call(method, where, body, headers = {}) {
    const answer = await fetch(this.staff + where, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(),
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}), ...headers },
      body: method === 'POST' || method === 'PUT' ? JSON.stringify(body ?? {}) : undefined,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text}`);
    return Object.assign(text ? JSON.parse(text) : {}, { etag: answer.headers.get('etag') });
  }

  open(mode = 'actual', more = {}) {
    return this.call('POST', '/api/v1/activations', { title: '地震', hazard: 'earthquake', mode, ...more });
  }
  close() { return this.call('POST', '/api/v1/activations/current/close'); }

  async publish(body) {
    const draft = await this.call('POST', '/api/v1/notices', { parameters: {}, languages: [], channels: ['board'], ...body });
    return this.act(draft.id, 'publish', {});
  }
  // Publish, correct or withdraw the notice as it is now.
  async act(id, action, body) {
    const now = await this.call('GET', `/api/v1/notices/${id}`);
    return this.call('POST', `/api/v1/notices/${id}/${action}`, body, { 'If-Match': now.etag });
  }
  earthquake(intensity = 'five_upper') {
    return { template: 'earthquake', parameters: { occurred_at: '2011-03-11T14:46:00+09:00', intensity, areas: ['14131'] } };
  }

  async volunteer(name, language = 'vi') {
    const person = await this.call('POST', '/api/v1/volunteers', { number: name, name, spoken: [{ language, level: 'native' }],
      written: [{ language, level: 'native' }], does: ['interpret', 'translate'], specialties: ['medical'], state: 'registered', presence: 'on_call' });
    const { url } = await this.call('POST', `/api/v1/volunteers/${person.id}/link`);
    return { id: person.id, url: this.staff + new URL(url).pathname + new URL(url).hash };
  }
  // `later` hours from now, so that several do not overlap.
  request({ later = 1, ...body } = {}) {
    const from = Date.now() + later * hour;
    return this.call('POST', '/api/v1/requests', { kind: 'interpret', mode: 'phone', language: 'vi', area: '14131', summary: '病院の受付で通訳',
      place: '川崎病院 1階 受付', contact: '田中', details: '右の入口から', admission: 'first_come',
      starts_at: new Date(from).toISOString(), ends_at: new Date(from + hour / 2).toISOString(), excluded: [], visible_to: [], ...body });
  }
}
