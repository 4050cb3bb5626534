import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCipher, signatureOf } from '../../../bots/official-account/crypto.ts';
import { ACCOUNT, decrypt, encrypt } from '../../support/official-account-stub.ts';

const cipher = createCipher(ACCOUNT.aesKey, ACCOUNT.appId);

describe("the platform's own vectors", () => {
  const echo = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==';
  const post =
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';

  test.each([
    ['the address', '1409659589', '263014780', echo, '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3'],
    ['a message', '1409659813', '1372623149', post, '477715d11cdb4164915debcba66cb864d751f3e6'],
  ])('signature of %s', (_name, timestamp, nonce, encrypted, expected) => {
    expect(signatureOf(ACCOUNT.token, timestamp, nonce, encrypted)).toBe(expected);
  });

  test('decryption', () => {
    expect(cipher.decrypt(echo)).toBe('1616140317555161061');
    expect(cipher.decrypt(post)).toContain('<Content><![CDATA[hello]]></Content>');
    expect(cipher.decrypt(post)).toMatch(/^<xml>.*<\/xml>$/su);
  });

  test('decryption with the key and the account of the Java sample', () => {
    const java = createCipher('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', 'wxb11529c136998cb6');
    const encrypted =
      'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';
    expect(java.decrypt(encrypted)).toBe('我是中文abcd123');
  });
});

test('what one side encrypts the other side reads, whatever its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const sent = Buffer.from(text).toString();
      expect(decrypt(cipher.encrypt(sent))).toBe(sent);
      expect(cipher.decrypt(encrypt(sent))).toBe(sent);
    }),
  );
  for (let length = 0; length < 70; length++) {
    const text = 'a'.repeat(length);
    expect(decrypt(cipher.encrypt(text))).toBe(text);
    expect(cipher.decrypt(encrypt(text))).toBe(text);
  }
});

describe('what is not read', () => {
  // 20 bytes of head, 18 of appid, 6 of message: 44, so that 20 are missing to 64.
  const message = '稳岗';
  const padded = (...bytes: number[]) => encrypt(message, { padding: Buffer.from(bytes) });
  test.each([
    ['a message for another account', encrypt(message, { appId: 'wx0000000000000000' })],
    ['a padding of 0', padded(...Array(20).fill(0))],
    ['a padding over 32', padded(...Array(20).fill(33))],
    ['a padding that is not alike', padded(...Array(19).fill(19), 20)],
    ['a padding longer than all', encrypt('', { padding: Buffer.alloc(10, 255), appId: 'xx' })],
    ['half a block', encrypt(message).slice(0, 30)],
    ['nothing', ''],
    ['no base64', '！！！！'],
  ])('%s', (_name, encrypted) => {
    expect(cipher.decrypt(encrypted)).toBeNull();
  });

  test('the padding of the examples is laid right', () => {
    expect(cipher.decrypt(padded(...Array(20).fill(20)))).toBe(message);
  });

  test('a length beyond the end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 256 }), (bytes) => {
        const whole = bytes.slice(0, bytes.length - (bytes.length % 16));
        expect(cipher.decrypt(Buffer.from(whole).toString('base64'))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
