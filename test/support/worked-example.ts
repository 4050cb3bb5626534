/** `npm run example`: docs/example.md, from a PDF to an amount, with what the commands print at this moment. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PDF = 'examples/policy.pdf';
const SLUG = 'qingjiang-2026-3';
const TODAY = '2026-10-08';
const SAID = ['我们做汽车零件的，春节没停产，每天320人在岗，能拿多少？', '是的', '要是520人呢', '提醒我申报'];

interface Step {
  heading: string;
  told: string;
  argv: string[];
  input?: string;
  after?: string;
}

const STEPS: Step[] = [
  {
    heading: '一、读文件',
    told: `[${PDF}](../${PDF}) 是一份编造的文件（清江区并不存在），和真的一样是一份 PDF。`,
    argv: ['ingest', PDF, '--save', '--slug', SLUG],
    after: '标题、文号、日期、各条和责任单位都读出来了，每一项在草稿里都带着它在原文里的位置。',
  },
  {
    heading: '二、读出规则',
    told: '每条给谁、什么条件、给多少，程序从条文里读出来，标上把握。',
    argv: ['draft', PDF],
    after:
      '第一条是 B：原文的第二档只写了“500人以上的，给予20万元”，没有重写“连续生产的制造业企业”，程序按同样适用理解，并且写明了这一点。',
  },
  {
    heading: '三、核对',
    told: '每句引文一字不差、每个数都在它的引文里，检查才通过。',
    argv: ['knowledge', 'check'],
  },
  {
    heading: '四、看例子，勾选',
    told: '规则变成一句句能判断对错的话，门槛上下各一句。',
    argv: ['cases', SLUG],
  },
  {
    heading: '五、勾选、批准',
    told: '看着都对，就全部勾选，批准。从现在起它会回答。',
    argv: ['cases', SLUG, '--tick', '--by', '王芳'],
  },
  { heading: '', told: '', argv: ['approve', SLUG, '--by', '王芳'] },
  {
    heading: '六、企业来问',
    told: `在 ${TODAY} 这一天，一家汽车零件厂这样说：`,
    argv: ['chat', '--today', TODAY],
    input: `${SAID.join('\n')}\n`,
  },
];

export interface Played extends Step {
  out: string;
}

/** Plays all steps in a clean folder. Throws where one fails. */
export function playExample(): Played[] {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-example-'));
  const knowledge = join(folder, 'knowledge');
  mkdirSync(knowledge);
  const env = { ...process.env, HUIQI_KNOWLEDGE_DIR: knowledge, HUIQI_DATA_DIR: join(folder, 'data') };
  try {
    return STEPS.map((step) => {
      const options = { cwd: ROOT, env, input: step.input ?? '', encoding: 'utf8', stdio: 'pipe' } as const;
      const out = execFileSync(process.execPath, ['cli.ts', ...step.argv], options);
      return { ...step, out: out.replaceAll(knowledge, 'knowledge').trim() };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function page(played: Played[]): string {
  const sections = played.map(({ heading, told, argv, input, after, out }) => {
    const call = `\`\`\`sh\nnpx huiqi ${argv.join(' ')}\n\`\`\``;
    const said = input ? conversation(out) : `\`\`\`text\n${out}\n\`\`\``;
    return [heading && `## ${heading}`, told, call, said, after].filter(Boolean).join('\n\n');
  });
  const head =
    '# 从一份 PDF 到一笔钱\n\n一份新文件，没有人写过一行规则。下面的命令依次运行，输出都是真的：本页由 `npm run example` 生成。';
  return `${[head, ...sections].join('\n\n')}\n`;
}

/** Answers of a pipe are parted by a blank line; each stands under what was said. */
function conversation(out: string): string {
  const answers = out.split(/\n\n+/u);
  const lines = SAID.map(
    (text, i) => `您：${text}\n惠企：${(answers[i] ?? '').replaceAll('\n', '\n　　　')}`,
  );
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

if (import.meta.main) writeFileSync(join(ROOT, 'docs/example.md'), page(playExample()));
