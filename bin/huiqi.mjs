#!/usr/bin/env node
// Runs the command line on a Node that can: this one, or the one that npm ci put into node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepCompiledModules } from './compile-cache.mjs';
import { takeOwnModulesByName } from './own-modules.mjs';

// A checkout runs its sources; Node strips no types inside node_modules, so the package brings them stripped.
const source = fileURLToPath(new URL('../cli.ts', import.meta.url));
const cli = existsSync(source) ? source : fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 15)) {
  keepCompiledModules();
  takeOwnModulesByName(pathToFileURL(cli).href);
  await import(cli);
} else {
  const bundled = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(bundled)) {
    console.error(
      `huiqi 需要 Node 24.15 或更高版本（当前 ${process.versions.node}）：请升级 Node，或在项目目录运行 npm ci。`,
    );
    process.exit(1);
  }
  const child = spawn(
    bundled,
    [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
