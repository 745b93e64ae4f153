// The QR code as one path: drawn by the page itself, so that no picture has to be allowed by its policy.
import QRCode from "qrcode";
import type { ReactNode } from "react";

/** Light modules around the code that readers need. */
const QUIET = 2;

export function QrCode({ text }: { readonly text: string }): ReactNode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const size = modules.size;
  const dark: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column) !== 0) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  const box = size + 2 * QUIET;
  return (
    <svg className="qr" viewBox={`0 0 ${box} ${box}`} shapeRendering="crispEdges" role="img" aria-label="QR">
      <path d={dark.join("")} />
    </svg>
  );
}
