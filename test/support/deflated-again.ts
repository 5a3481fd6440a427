/**
 * Returns a PDF in which `deflate` has replaced each deflated stream, with the lengths and the cross-reference table
 * that follow from it. `index` counts the deflated streams from 0.
 */
export function deflatedAgain(pdf: Uint8Array, deflate: (deflated: Buffer, index: number) => Uint8Array): Uint8Array {
  const file = Buffer.from(pdf);
  const raw = file.toString('latin1');
  const chunks: Buffer[] = [];
  const offsets = new Map<number, number>();
  let [size, position, index] = [0, 0, 0];
  const add = (chunk: Uint8Array): void => {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
  };
  for (let head = raw.indexOf(' 0 obj\n'); head >= 0; head = raw.indexOf(' 0 obj\n', position)) {
    const start = raw.lastIndexOf('\n', head) + 1;
    add(file.subarray(position, start));
    offsets.set(Number(raw.slice(start, head)), size);
    const end = raw.indexOf('\nendobj\n', start);
    const streamAt = raw.indexOf('\nstream\n', start);
    if (streamAt < 0 || streamAt > end) {
      add(file.subarray(start, end));
      position = end;
      continue;
    }
    const dictionary = raw.slice(start, streamAt);
    const from = streamAt + '\nstream\n'.length;
    const content = file.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
    const isDeflated = dictionary.includes('/Filter /FlateDecode');
    const replaced = isDeflated ? deflate(content, index) : content;
    if (isDeflated) index += 1;
    add(Buffer.from(dictionary.replace(/\/Length \d+/, `/Length ${replaced.length}`), 'latin1'));
    add(Buffer.from('\nstream\n'));
    add(replaced);
    position = from + content.length;
  }
  const tableAt = raw.lastIndexOf('\nxref\n') + 1;
  add(file.subarray(position, tableAt));
  const table = raw.slice(tableAt).split('\n');
  const lines = table.map((line, row) => {
    const offset = offsets.get(row - 2);
    return line.endsWith(' n ') ? `${String(offset).padStart(10, '0')} 00000 n ` : line;
  });
  lines[lines.indexOf('startxref') + 1] = String(size);
  return Buffer.concat([...chunks, Buffer.from(lines.join('\n'), 'latin1')]);
}
