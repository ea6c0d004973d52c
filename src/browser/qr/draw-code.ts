import encodeQR from 'qr';

export interface DrawnCode {
  /** Modules along a side, the quiet zone included. */
  modules: number;
  /** SVG path of the black modules, one unit a module; also for `new Path2D`. */
  path: string;
}

/** ISO/IEC 18004, 6.3.8: four modules of light around the symbol, or scanners do not find it. */
const quietZone = 4;

/** The QR code of a text, as a path to fill with black on white. Throws on a text of more than 2,300 bytes. */
export function drawCode(text: string): DrawnCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const path = rows.flatMap((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`)).join('');
  return { modules: rows.length, path };
}

/** Where black begins in a row, and for how many modules. */
function runs(row: readonly boolean[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((black, x) => {
    const last = found.at(-1);
    if (black && last && last[0] + last[1] === x) last[1] += 1;
    else if (black) found.push([x, 1]);
  });
  return found;
}
