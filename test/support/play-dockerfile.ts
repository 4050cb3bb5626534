/**
 * Plays deploy/Dockerfile where no daemon runs: its steps in a clean folder, then its command, its health check and its stop, as its user
 * where this process may become another. `npm run play:docker` also runs the RUN steps; the test links the packages instead.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Step {
  word: string;
  rest: string;
}

/** The steps of a Dockerfile, stage by stage; comments and continued lines are taken care of. */
export function stagesOf(text: string): Step[][] {
  const stages: Step[][] = [];
  const lines = text
    .replaceAll(/^\s*#.*\n/gmu, '')
    .replaceAll(/\\\n/gu, ' ')
    .split('\n');
  for (const line of lines) {
    const { word, rest } = /^(?<word>[A-Z]+)\s+(?<rest>.+)$/u.exec(line)?.groups ?? {};
    if (word === undefined || rest === undefined) continue;
    if (word === 'FROM') stages.push([]);
    else stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

export interface Image {
  /** The folder that stands for `/`. */
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: number | null;
  entrypoint: string[];
  command: string[];
  healthcheck: string[];
}

/** `packages`: a folder of packages that is linked in place of the RUN steps; null runs them. */
export function playDockerfile(packages: string | null): Image {
  const stages = stagesOf(readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8'));
  const roots = stages.map(() => mkdtempSync(join(tmpdir(), 'huiqi-image-')));
  let image: Image | null = null;
  for (const [i, steps] of stages.entries()) image = playStage(steps, roots[i]!, roots, packages);
  for (const root of roots.slice(0, -1)) rmSync(root, { recursive: true, force: true });
  if (!image) throw new Error('deploy/Dockerfile has no stage');
  return image;
}

function playStage(steps: Step[], root: string, roots: string[], packages: string | null): Image {
  const image: Image = {
    root,
    workdir: '/',
    env: {},
    user: null,
    entrypoint: [],
    command: [],
    healthcheck: [],
  };
  chmodSync(root, 0o755);
  const play: Record<string, (rest: string) => void> = {
    WORKDIR(rest) {
      image.workdir = rest;
      mkdirSync(join(root, rest), { recursive: true });
    },
    ENV(rest) {
      for (const { groups } of rest.matchAll(/(?<name>[A-Z_]+)=(?<value>\S+)/gu))
        image.env[groups!.name!] = groups!.value!;
    },
    COPY(rest) {
      const from = /^--from=\S+ /u.test(rest) ? roots[0]! : null;
      const words = rest.replace(/^--from=\S+ /u, '').split(/\s+/u);
      const target = words.pop()!;
      const isFolder = target.endsWith('/') || words.length > 1;
      for (const word of words) {
        const source = from ? join(from, word) : join(ROOT, word);
        const place = join(root, resolve(image.workdir, target), isFolder ? basename(word) : '');
        if (from && packages) symlinkSync(packages, place);
        else cpSync(source, place, { recursive: true });
      }
    },
    RUN(rest) {
      if (packages) return;
      // Paths of the image stand below its folder.
      const line = rest.replaceAll(/(?<![\w.])\/data/gu, join(root, 'data'));
      execFileSync('sh', ['-c', line], { cwd: join(root, image.workdir), stdio: 'inherit' });
    },
    USER(rest) {
      image.user = Number(rest.split(':')[0]);
    },
    VOLUME(rest) {
      mkdirSync(join(root, rest), { recursive: true, mode: 0o700 });
    },
    EXPOSE() {},
    HEALTHCHECK(rest) {
      image.healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD') + 3)) as string[];
    },
    ENTRYPOINT(rest) {
      image.entrypoint = JSON.parse(rest) as string[];
    },
    CMD(rest) {
      image.command = JSON.parse(rest) as string[];
    },
  };
  for (const { word, rest } of steps) {
    const step = Object.hasOwn(play, word) ? play[word] : undefined;
    if (!step) throw new Error(`the player does not know the step ${word}`);
    step(rest);
  }
  const data = join(root, 'data');
  if (image.user !== null && process.getuid?.() === 0 && existsSync(data))
    chownSync(data, image.user, image.user);
  return image;
}

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Starts a command of the image; `ready` resolves when the words are printed, `ended` at its end. */
export function runIn(image: Image, command: string[], more: Record<string, string> = {}) {
  const { root, workdir, user } = image;
  const env = Object.fromEntries(
    Object.entries(image.env).map(([name, value]) => [name, value.replace(/^\/data/u, join(root, 'data'))]),
  );
  const [program, ...rest] = command;
  const child = spawn(program === 'node' ? process.execPath : program!, rest, {
    cwd: join(root, workdir),
    env: { PATH: process.env.PATH ?? '', ...env, ...more },
    ...(user !== null && process.getuid?.() === 0 && { uid: user, gid: user }),
  });
  const ran: Ran = { code: null, out: '', err: '' };
  const ready = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.out += text;
    if (ran.out.includes('网页：')) ready.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.err += text;
  });
  const ended = new Promise<Ran>((done) => {
    child.on('close', (code) => {
      ran.code = code;
      ready.resolve();
      done(ran);
    });
  });
  return { child, ran, ready: ready.promise, ended };
}

if (process.argv[1] === import.meta.filename) {
  const image = playDockerfile(null);
  const port = { PORT: '38614', HOST: '127.0.0.1' };
  const bot = runIn(image, [...image.entrypoint, ...image.command], port);
  await bot.ready;
  process.stdout.write(bot.ran.out + bot.ran.err);
  const health = await runIn(image, image.healthcheck, port).ended;
  process.stdout.write(health.out + health.err);
  bot.child.kill('SIGTERM');
  const { code } = await bot.ended;
  const size = execFileSync('du', ['-sh', image.root], { encoding: 'utf8' }).split('\t')[0];
  process.stdout.write(`health ${health.code}, stop ${code}, ${size} beside the base image\n`);
  rmSync(image.root, { recursive: true, force: true });
  process.exitCode = health.code === 0 && code === 0 ? 0 : 1;
}
