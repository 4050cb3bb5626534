/** `npm test`: what reads the files (lint, types, knowledge) beside the tests, which often wait for processes and servers. */
import { spawn } from 'node:child_process';

const READING = ['lint', 'types', 'knowledge'];

interface Ran {
  code: number;
  said: string;
}

/** Runs a script of package.json; what it says is kept for the end where the tests speak meanwhile. */
function run(script: string, isHeard: boolean): Promise<Ran> {
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: isHeard ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? 1, said })));
}

/** One after the other, to the first that finds something. */
async function read(): Promise<Ran & { script: string }> {
  for (const script of READING) {
    const ran = await run(script, false);
    if (ran.code !== 0) return { script, ...ran };
  }
  return { script: READING.join(', '), code: 0, said: '' };
}

const [found, tests] = await Promise.all([read(), run('vitest', true)]);
process.stdout.write(`${found.said}\n${found.script}: ${found.code === 0 ? 'nothing found' : 'see above'}\n`);
process.exitCode = found.code || tests.code;
