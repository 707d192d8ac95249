import { Random } from './random.js';

const CONSONANTS = 'BCDFGLMNPRSTVZ';
const VOWELS = 'AEIOU';
const MONTHS = 'ABCDEHLMPRST';
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/**
 * A personal tax code with the right control character that can belong to nobody: Z998 is no place.
 * Women's days of birth are written plus forty.
 */
export function personalTaxCode(random: Random, sex: string, birthYear: number): string {
  const consonants = (count: number) =>
    Array.from({ length: count }, () => random.pick([...CONSONANTS])).join('');
  const name = consonants(3) + consonants(2) + random.pick([...VOWELS]);
  const day = random.whole(1, 28) + (sex === 'F' ? 40 : 0);
  const birth = pad(birthYear % 100) + random.pick([...MONTHS]) + pad(day);
  const body = `${name}${birth}Z998`;
  return body + controlCharacter(body);
}

export function controlCharacter(body: string): string {
  let sum = 0;
  for (const [index, char] of [...body].entries()) {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65;
    sum += index % 2 === 0 ? ODD[value]! : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** An organisation's tax code with the right check digit; no tax office has the number 000. */
export function organisationTaxCode(serial: number): string {
  const body = `99${String(serial).padStart(5, '0')}000`;
  let sum = 0;
  for (const [index, char] of [...body].entries()) {
    const digit = Number(char) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
