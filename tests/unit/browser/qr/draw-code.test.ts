import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawCode, type DrawnCode } from '../../../../src/browser/qr/draw-code.ts';

/** Fills the path's rectangles the way a browser does, `scale` pixels a module. */
function paint({ modules, path }: DrawnCode, scale: number) {
  const side = modules * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return { data, width: side, height: side };
}

describe('drawCode', () => {
  it('draws what a reader reads back, at three pixels a module', () => {
    for (const text of ['F1.AbC-_9', `https://learn.example.org/en/verify/#F1.${'aZ09-_'.repeat(40)}`]) {
      expect(decodeQR(paint(drawCode(text), 3), { timeLimit: 2000 })).toBe(text);
    }
  });

  it('leaves four modules of light on every side', () => {
    const { modules, path } = drawCode('F1.AbC');
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(modules - 4);
    }
  });
});
