import readQr from 'jsqr';
import { expect, test } from 'vitest';
import { drawn } from '../../../bots/wechat/scan.ts';

/** The drawing as a camera sees it on a dark terminal: each character is an upper and a lower square, light where it is filled. */
function pictureOf(text: string, scale = 4) {
  const squares = text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => [
      [...line].map((mark) => '█▀'.includes(mark)),
      [...line].map((mark) => '█▄'.includes(mark)),
    ]);
  const width = (squares[0]?.length ?? 0) * scale;
  const height = squares.length * scale;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = squares[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      pixels.set([...Array(3).fill(light ? 255 : 0), 255], (y * width + x) * 4);
    }
  return { pixels, width, height };
}

test.each(['http://weixin.qq.com/x/4bQkM2vQ==', 'https://login.weixin.qq.com/l/oZbc8GkL1A==?from=huiqi'])(
  '%s is drawn so that a camera reads it',
  (code) => {
    const { pixels, width, height } = pictureOf(drawn(code));
    expect(readQr(pixels, width, height)?.data).toBe(code);
  },
);
