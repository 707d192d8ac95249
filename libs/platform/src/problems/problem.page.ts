import type { Language } from '../http/language.rules.js';
import type { ProblemKind } from './problem.js';

/** What a problem means, in one language. */
export interface Told {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly advice?: string;
}

export function toldIn(language: Language, kind: ProblemKind): Told {
  const { slug, status, title, titleIt, advice, adviceIt } = kind;
  const words = language === 'it' ? { title: titleIt, advice: adviceIt } : { title, advice };
  return {
    type: `/problems/${slug}`,
    status,
    title: words.title,
    ...(words.advice !== undefined && { advice: words.advice }),
  };
}

/** The same for whoever follows the link in a browser. */
export function htmlOf(language: Language, { type, status, title, advice }: Told): string {
  const parts = [`<p><code>${type}</code> · HTTP ${status}</p>`, advice && `<p>${escaped(advice)}</p>`];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>`,
    `<body><main><h1>${escaped(title)}</h1>${parts.filter(Boolean).join('')}</main></body></html>`,
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
