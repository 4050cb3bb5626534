/** A shelf of many documents: the real ones again and again, each copy under numbers of another authority. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApproval, signedHash, writeApproval } from '../src/policy/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../src/service/index.ts';

const ISSUERS: Record<string, string> = {
  'donghu-2022-28': '东府办发',
  'jiangxi-2020-6': '赣府发',
  'jiangxi-gongqiang-2022-20': '赣工强省小组办字',
  'nanchang-2022-58': '洪府办发',
  'nanchang-2023-81': '洪府办发',
};

/** As people ask: the aliases of the real documents. */
export function questionsOfMany(): string[] {
  const aliases = readKnowledge().policies.flatMap(({ measures }) =>
    measures.flatMap((measure) => measure.aliases),
  );
  return aliases.filter((_, place) => place % 7 === 0).slice(0, 200);
}

/** Numbers stay as long as they are, so that every place in the text stays where it is. */
export function writeManyDocuments(root: string, size: number): void {
  cpSync(join(KNOWLEDGE_FOLDER, 'core'), join(root, 'core'), { recursive: true });
  const real = Object.entries(ISSUERS);
  for (let place = 0; place < size; place += 1) {
    const [slug, issuer] = real[place % real.length]!;
    const own = ownIssuer(issuer, Math.floor(place / real.length));
    const from = join(KNOWLEDGE_FOLDER, 'policies', slug);
    const text = (name: string) => readFileSync(join(from, name), 'utf8').replaceAll(issuer, own);
    const [source, policy] = [text('source.txt'), text('policy.yaml')];
    const target = join(root, 'policies', `${slug}-${place}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'source.txt'), source);
    writeFileSync(join(target, 'policy.yaml'), policy);
    const { steps } = readApproval('', text('approval.yaml'));
    const signed = steps.map((step) => ({ ...step, hash: signedHash({ source, policy }) }));
    writeFileSync(join(target, 'approval.yaml'), writeApproval(signed));
  }
}

/** The same number of characters, another authority for each copy. */
function ownIssuer(issuer: string, copy: number): string {
  if (copy === 0) return issuer;
  const first = String.fromCodePoint(0x4e00 + Math.floor(copy / 80) * 7 + 3);
  const second = String.fromCodePoint(0x5200 + (copy % 80) * 5);
  return `${first}${second}${issuer.slice(2)}`;
}
