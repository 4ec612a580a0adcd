// The digest in the address of a line: CRC-16/CCITT of its UTF-8 bytes, as Python's binascii.crc_hqx makes it.

const POLYNOMIAL = 0x1021;
const START = 0xffff;

/** Four hex digits of a text (generator/rolebook/model/address.py). */
export function digest(text: string): string {
  let sum = START;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x8000 ? POLYNOMIAL : 0)) & 0xffff;
  }
  return sum.toString(16).padStart(4, "0");
}
