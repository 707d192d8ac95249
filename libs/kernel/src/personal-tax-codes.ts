/** Digits of a tax code may have been replaced by these letters where two people would share one (omocodia). */
const DIGIT_LETTERS = 'LMNPQRSTUV';
const DIGIT = `[0-9${DIGIT_LETTERS}]`;
const BEFORE_DAY = `[A-Z]{6}${DIGIT}{2}[ABCDEHLMPRST]`;
const AFTER_DAY = `[A-Z]${DIGIT}{3}[A-Z]`;
const FORM = new RegExp(`^${BEFORE_DAY}(${DIGIT}{2})${AFTER_DAY}$`);
const WITHIN = new RegExp(`(?<![A-Z0-9])${BEFORE_DAY}${DIGIT}{2}${AFTER_DAY}(?![A-Z0-9])`, 'gi');

/** What a character in an odd place (1st, 3rd, …) is worth, from A or 0 on. */
const ODD_WORTH = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const BODY_LENGTH = 15;
const WOMEN_FROM = 40;
const CODE_OF_A = 65;
const CODE_OF_0 = 48;

/** An Italian tax code of a natural person: form, day of birth and control character. */
export function isPersonalTaxCode(code: string): boolean {
  const day = FORM.exec(code)?.[1];
  if (day === undefined) return false;
  const born = Number([...day].map(digitOf).join('')) % WOMEN_FROM;
  return born >= 1 && born <= 31 && code.charCodeAt(BODY_LENGTH) === controlCharacter(code);
}

/** The text with … for whatever has the form of such a code, valid or mistyped, in capitals or not. */
export const withoutTaxCodes = (text: string): string => text.replace(WITHIN, '…');

/** Whether the code of a person may have slipped into the text. */
export const mayNamePerson = (text: string): boolean => withoutTaxCodes(text) !== text;

function digitOf(char: string): string {
  const index = DIGIT_LETTERS.indexOf(char);
  return index < 0 ? char : String(index);
}

function controlCharacter(code: string): number {
  let sum = 0;
  for (let index = 0; index < BODY_LENGTH; index += 1) {
    const char = code.charCodeAt(index);
    const worth = char >= CODE_OF_A ? char - CODE_OF_A : char - CODE_OF_0;
    sum += index % 2 === 0 ? (ODD_WORTH[worth] ?? 0) : worth;
  }
  return CODE_OF_A + (sum % 26);
}
