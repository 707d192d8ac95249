import { useMemo } from 'preact/hooks';
import type { Figure } from './api.types.js';
import { barOption } from './chart-options.js';
import { Chart } from './chart.js';
import { FigureTable } from './figure-table.js';
import { named } from './figures.rules.js';
import { useSpeech } from './language.js';

interface Props {
  /** The breakdown, such as `sex`. */
  readonly name: string;
  readonly cells: readonly Figure[];
  /** Only this kind of resource. */
  readonly kind?: string;
  readonly threshold: number;
}

const ROW_HEIGHT = 36;

export function BreakdownPanel({ name, cells, kind, threshold }: Props) {
  const speech = useSpeech();
  const { words } = speech;
  const rows = useMemo(() => {
    const names = kind === undefined ? [name] : [name, 'resourceKind'];
    return cells
      .filter(
        ({ breakdown }) =>
          Object.keys(breakdown).length === names.length &&
          names.every((each) => each in breakdown) &&
          (kind === undefined || breakdown.resourceKind === kind),
      )
      .map((figure) => ({ name: named(words.values, figure.breakdown[name] ?? ''), figure }));
  }, [cells, name, kind, words]);
  const option = useMemo(() => barOption(rows, speech), [rows, speech]);
  if (rows.length === 0) return null;
  const heading = named(words.breakdowns, name);
  const title = `${words.by} ${heading.toLowerCase()}`;
  return (
    <section class="panel" data-breakdown={name}>
      <h3>{title}</h3>
      <Chart option={option} height={rows.length * ROW_HEIGHT + 8} label={title} />
      <details>
        <summary>{words.table}</summary>
        <FigureTable caption={title} {...{ heading, rows, threshold }} />
      </details>
    </section>
  );
}
