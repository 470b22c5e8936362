/** CRC of each half byte, x^16 + x^15 + x^2 + 1. */
const table16 = [
  0x0000, 0x8005, 0x800f, 0x000a, 0x801b, 0x001e, 0x0014, 0x8011, 0x8033, 0x0036, 0x003c, 0x8039, 0x0028, 0x802d,
  0x8027, 0x0022,
];
/** CRC of each half byte, x^8 + x^2 + x + 1. */
const table8 = [0x00, 0x07, 0x0e, 0x09, 0x1c, 0x1b, 0x12, 0x15, 0x38, 0x3f, 0x36, 0x31, 0x24, 0x23, 0x2a, 0x2d];

/** The checksum at the end of a FLAC frame. RFC 9639, 9.3. */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    crc = ((crc << 4) & 0xffff) ^ (table16[(crc >> 12) ^ (byte >> 4)] ?? 0);
    crc = ((crc << 4) & 0xffff) ^ (table16[(crc >> 12) ^ (byte & 0x0f)] ?? 0);
  }
  return crc;
}

/** The checksum at the end of a FLAC frame's header. RFC 9639, 9.1.8. */
export function crc8(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    crc = ((crc << 4) & 0xff) ^ (table8[(crc >> 4) ^ (byte >> 4)] ?? 0);
    crc = ((crc << 4) & 0xff) ^ (table8[(crc >> 4) ^ (byte & 0x0f)] ?? 0);
  }
  return crc;
}
