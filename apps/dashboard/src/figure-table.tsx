import type { Figure } from './api.types.js';
import { amount, cases, interval, isSuppressed, whyNot } from './figures.rules.js';
import { useSpeech } from './language.js';

interface Props {
  readonly caption: string;
  /** What the first column holds. */
  readonly heading: string;
  readonly rows: readonly {
    /** Where names are not unique. */
    readonly key?: string;
    readonly name: string;
    readonly figure: Figure | undefined;
  }[];
  /** The pact's own, where all rows are of one pact. */
  readonly threshold?: number;
}

/** The figures of a chart in words: for who cannot see it, and for who wants to know exactly. */
export function FigureTable({ caption, heading, rows, threshold }: Props) {
  const speech = useSpeech();
  const { words } = speech;
  const hasInterval = rows.some(({ figure }) => figure?.ci95);
  const hasCases = rows.some(({ figure }) => figure && cases(figure) !== '');
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{words.value}</th>
            {hasInterval && <th scope="col">{words.interval}</th>}
            {hasCases && <th scope="col">{words.cases}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figure }) => (
            <tr key={key ?? name}>
              <th scope="row">{name}</th>
              <td class={isSuppressed(figure) ? 'suppressed' : undefined}>
                {whyNot(figure, threshold, speech) ??
                  (figure && amount(figure.value ?? 0, figure.unit, speech))}
              </td>
              {hasInterval && <td>{figure && interval(figure, speech)}</td>}
              {hasCases && <td>{figure && cases(figure)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
