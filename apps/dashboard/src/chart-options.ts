import type { EChartsCoreOption } from 'echarts/core';
import type { Figure } from './api.types.js';
import { amount, isSuppressed } from './figures.rules.js';
import type { Speech } from './language.js';

export interface Row {
  readonly name: string;
  readonly figure: Figure | undefined;
}

const INK = '#17324d';
const SOFT_INK = '#455b71';
const BLUE = '#0b5cad';
const PALE_BLUE = '#bcd6f0';
const LINE = '#e3e8ed';

const TEXT = { color: SOFT_INK, fontSize: 12 };
const COMMON = {
  animation: false,
  textStyle: { fontFamily: 'system-ui, sans-serif', color: SOFT_INK },
};
/** Text drawn in the picture: HTML would need style attributes, which the page's security policy forbids. */
const TOOLTIP = {
  renderMode: 'richText',
  backgroundColor: '#fff',
  borderColor: LINE,
  confine: true,
  textStyle: { color: INK, fontSize: 12 },
};

const valueAxis = (unit: string, speech: Speech) => ({
  type: 'value',
  min: 0,
  ...(unit === 'ratio' ? { max: 1, interval: 0.25 } : { minInterval: 1, splitNumber: 4 }),
  splitLine: { lineStyle: { color: LINE } },
  axisLabel: {
    ...TEXT,
    formatter: (value: number) => amount(value, unit, speech).replace(/[.,]0(?=\s*%)/, ''),
  },
});

const categoryAxis = (rows: readonly Row[]) => ({
  type: 'category',
  data: rows.map(({ name }) => name),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: LINE } },
  axisLabel: TEXT,
});

const unitOf = (rows: readonly Row[]): string => rows.find(({ figure }) => figure)?.figure?.unit ?? '';

/** A line over the periods, interrupted where there is no value, with its interval behind it. */
export function lineOption(rows: readonly Row[], speech: Speech): EChartsCoreOption {
  const unit = unitOf(rows);
  const textOf = (value: unknown): string => (typeof value === 'number' ? amount(value, unit, speech) : '–');
  return {
    ...COMMON,
    grid: { left: 4, right: 16, top: 16, bottom: 4, outerBoundsMode: 'same' },
    tooltip: { ...TOOLTIP, trigger: 'axis', axisPointer: { lineStyle: { color: SOFT_INK } } },
    xAxis: categoryAxis(rows),
    yAxis: valueAxis(unit, speech),
    series: [
      ...bandSeries(rows),
      {
        type: 'line',
        name: speech.words.value,
        data: rows.map(({ figure }) => figure?.value ?? null),
        connectNulls: false,
        symbol: 'circle',
        symbolSize: 7,
        itemStyle: { color: BLUE },
        lineStyle: { width: 2.5 },
        tooltip: { valueFormatter: textOf },
      },
    ],
  };
}

/** Two stacked areas: an unseen one up to the lower end, and the one between the ends. */
function bandSeries(rows: readonly Row[]): object[] {
  if (!rows.some(({ figure }) => figure?.ci95)) return [];
  const unseen = { type: 'line', stack: 'interval', symbol: 'none', silent: true, tooltip: { show: false } };
  const ends = rows.map(({ figure }) => figure?.ci95);
  return [
    { ...unseen, lineStyle: { opacity: 0 }, data: ends.map((pair) => pair?.[0] ?? null) },
    {
      ...unseen,
      lineStyle: { opacity: 0 },
      areaStyle: { color: PALE_BLUE, opacity: 0.55 },
      data: ends.map((pair) => (pair ? pair[1] - pair[0] : null)),
    },
  ];
}

/** One bar a cell, with its value or the mark that it is not shown. */
export function barOption(rows: readonly Row[], speech: Speech): EChartsCoreOption {
  const unit = unitOf(rows);
  const labelOf = ({ figure }: Row): string => {
    if (isSuppressed(figure)) return speech.words.notShown;
    return figure?.value === null || figure === undefined ? '–' : amount(figure.value, unit, speech);
  };
  return {
    ...COMMON,
    grid: { left: 4, right: unit === 'ratio' ? 60 : 96, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { ...valueAxis(unit, speech), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      ...categoryAxis(rows),
      inverse: true,
      axisLabel: { ...TEXT, width: 140, lineHeight: 14, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: BLUE, borderRadius: [0, 3, 3, 0] },
        showBackground: unit === 'ratio',
        backgroundStyle: { color: '#eef3f8', borderRadius: [0, 3, 3, 0] },
        data: rows.map((row) => ({
          value: row.figure?.value ?? 0,
          label: {
            show: true,
            position: 'right',
            color: isSuppressed(row.figure) ? '#8a4b00' : INK,
            formatter: () => labelOf(row),
          },
        })),
      },
    ],
  };
}
