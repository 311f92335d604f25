// A center of its own for a test file: kotobashi-server on fresh data and free ports, and calls to its API as the lead.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const source = process.env.KOTOBASHI_SOURCE ?? fileURLToPath(new URL('../../..', import.meta.url));
const programs = process.env.KOTOBASHI_BIN ?? join(source, 'build/dev/bin');
const password = 'browser-test-password';

export async function startCenter(options = []) {
  const data = await mkdtemp(join(tmpdir(), 'kotobashi-browser-'));
  await copyFile(join(source, 'templates/center.example.toml'), join(data, 'center.toml'));
  await writeFile(join(data, 'password'), `${password}\n`, { mode: 0o600 });
  const server = spawn(join(programs, 'kotobashi-server'), [
    '--data', data, '--templates', join(source, 'templates'), '--langpacks', join(source, 'langpacks'),
    '--listen', '127.0.0.1:0', '--public', '127.0.0.1:0',
    '--first-account', 'lead', '--first-password-file', join(data, 'password'), ...options,
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => server.once('exit', done));
  const { staff, board } = await addresses(server);
  const center = new Center(staff, board, async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  });
  await center.signIn();
  return center;
}

// The server prints where it listens: "staff: http://127.0.0.1:41234", "board: http://127.0.0.1:41235".
function addresses(server) {
  return new Promise((found, failed) => {
    const said = {};
    server.once('exit', (code) => failed(new Error(`kotobashi-server ended with ${code}`)));
    server.once('error', failed);
    createInterface({ input: server.stdout }).on('line', (line) => {
      const match = /^(staff|board): (\S+)$/.exec(line);
      if (match) said[match[1]] = match[2];
      if (said.staff && said.board) found(said);
    });
  });
}

class Center {
  constructor(staff, board, stop) {
    this.staff = staff;
    this.board = board;
    this.stop = stop;
  }

  async signIn() {
    const session = await this.call('POST', '/api/v1/sessions', { account: 'lead', password });
    this.token = session.token;
  }

  // Returns the reply's JSON; throws what the server says where it refuses.
  async call(method, path, body, headers = {}) {
    const reply = await fetch(this.staff + path, {
      method,
      headers: {
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        ...(method !== 'GET' && { 'Idempotency-Key': randomUUID() }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  activate(fields = {}) {
    return this.call('POST', '/api/v1/activations', { title: '地震', hazard: 'earthquake', mode: 'actual', ...fields });
  }

  // A published notice, in every language that is ready.
  async publish(template, parameters, fields = {}) {
    const draft = await this.call('POST', '/api/v1/notices', { template, parameters, ...fields });
    return this.step(draft, 'publish', {});
  }

  // publish, correct or withdraw, on the notice as it was last seen.
  step(notice, what, body) {
    return this.call('POST', `/api/v1/notices/${notice.id}/${what}`, body, { 'If-Match': `"${notice.revision}"` });
  }
}
