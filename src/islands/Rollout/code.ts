import { drawCode, type DrawnCode } from '../../browser/qr/draw-code.ts';

/** The QR code of an address: also drawn on the server, when the pages are built. */
export const codeOf = (address: string): DrawnCode => drawCode(address);
