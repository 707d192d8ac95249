const MONTHS = 'ABCDEHLMPRST';
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const JOBS_EACH = 3;
const FIRMS = 20_000;
const LETTERS = 26;
const DAYS = 1_800;

/** Employment records as a partner system sends them, the same for the same index: three jobs a person. */
function employmentLine(index: number): string {
  const start = (index * 7) % DAYS;
  const isOpen = index % 4 === 0;
  return JSON.stringify({
    kind: 'employment',
    externalId: `job-${String(index).padStart(9, '0')}`,
    participant: { scheme: 'it-cf', value: taxCode(Math.floor(index / JOBS_EACH)) },
    confirmedOn: '2026-06-30',
    startedOn: day(start),
    ...(isOpen ? {} : { endedOn: day(start + 90), endReason: 'term' }),
    contract: isOpen ? 'A.01.00' : 'A.02.00',
    hoursPerWeek: 20 + (index % 5) * 4.5,
    employer: { scheme: 'it-cf', value: String(10_000_000_000 + ((index * 7_919) % FIRMS)) },
    sector: `${10 + (index % 80)}.10`,
  });
}

/** Lines of `size` records each, as the bodies of requests. */
export function bodies(rows: number, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(rows / size) }, (_, batch) => {
    const count = Math.min(size, rows - batch * size);
    const lines = Array.from({ length: count }, (__, row) => employmentLine(batch * size + row));
    return Buffer.from(`${lines.join('\n')}\n`);
  });
}

const day = (number: number): string =>
  new Date(Date.UTC(2021, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

/** A tax code with the right control character, another for each person. */
function taxCode(person: number): string {
  let name = '';
  for (let rest = person, letter = 0; letter < 6; letter += 1, rest = Math.floor(rest / LETTERS)) {
    name = String.fromCharCode(65 + (rest % LETTERS)) + name;
  }
  const year = String(50 + (person % 50));
  const body = `${name}${year}${MONTHS[person % 12]}${String(1 + (person % 28)).padStart(2, '0')}H501`;
  let sum = 0;
  for (const [index, char] of [...body].entries()) {
    const worth = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65;
    sum += index % 2 === 0 ? (ODD[worth] ?? 0) : worth;
  }
  return body + String.fromCharCode(65 + (sum % LETTERS));
}
