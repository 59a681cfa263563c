/** A hash of bytes, 16 hexadecimal digits: FNV-1a of two lanes. */
export function digest(bytes: Uint8Array): string {
  let [one, two] = [0x811c9dc5, 0x9dc5811c];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte ^ (one >>> 24), 0x01000193);
  }
  return [one, two].map(lane => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
