import type { EChartsCoreOption } from 'echarts/core';
import type { Expected, Figure } from './api.types.js';
import { amount, isSuppressed } from './figures.rules.js';
import type { Speech } from './language.js';

export interface Row {
  readonly name: string;
  readonly figure: Figure | undefined;
}

/** What is expected of a period, under its name. */
type ExpectedRow = Expected & { readonly name: string };

const INK = '#17324d';
const SOFT_INK = '#455b71';
const BLUE = '#0b5cad';
const PALE_BLUE = '#bcd6f0';
const LINE = '#e3e8ed';
const AMBER = '#8a4b00';
const PALE_AMBER = '#f6dfb3';

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
  // Bars and lines begin at nothing, unless something lies below it.
  min: ({ min }: { min: number }) => Math.min(0, min),
  ...(unit === 'ratio' ? { max: 1, interval: 0.25 } : { minInterval: 1, splitNumber: 4 }),
  splitLine: { lineStyle: { color: LINE } },
  axisLabel: {
    ...TEXT,
    formatter: (value: number) => amount(value, unit, speech).replace(/[.,]0(?=\s*%)/, ''),
  },
});

const categoryAxis = (rows: readonly { readonly name: string }[]) => ({
  type: 'category',
  data: rows.map(({ name }) => name),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: LINE } },
  axisLabel: TEXT,
});

const unitOf = (rows: readonly Row[]): string => rows.find(({ figure }) => figure)?.figure?.unit ?? '';

/**
 * A line over the periods, interrupted where there is no value, with its interval behind it. What is expected is another
 * line, dashed and of another colour: it is no figure.
 */
export function lineOption(
  rows: readonly Row[],
  expected: readonly ExpectedRow[],
  speech: Speech,
): EChartsCoreOption {
  const names = new Set(rows.map(({ name }) => name));
  const axis = [...rows, ...expected.filter(({ name }) => !names.has(name))];
  const unit = unitOf(rows);
  const textOf = (value: unknown): string => (typeof value === 'number' ? amount(value, unit, speech) : '–');
  return {
    ...COMMON,
    grid: { left: 4, right: 16, top: 16, bottom: 4, outerBoundsMode: 'same' },
    tooltip: { ...TOOLTIP, trigger: 'axis', axisPointer: { lineStyle: { color: SOFT_INK } } },
    xAxis: categoryAxis(axis),
    yAxis: valueAxis(unit, speech),
    series: [
      ...bandSeries(
        rows.map(({ figure }) => figure?.ci95),
        'interval',
        PALE_BLUE,
      ),
      ...expectedSeries(axis, expected, { name: speech.words.forecast, textOf }),
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
function bandSeries(
  ends: readonly (readonly [number, number] | undefined)[],
  stack: string,
  color: string,
): object[] {
  if (!ends.some((pair) => pair !== undefined)) return [];
  const unseen = { type: 'line', stack, symbol: 'none', silent: true, tooltip: { show: false } };
  return [
    { ...unseen, lineStyle: { opacity: 0 }, data: ends.map((pair) => pair?.[0] ?? null) },
    {
      ...unseen,
      lineStyle: { opacity: 0 },
      areaStyle: { color, opacity: 0.55 },
      data: ends.map((pair) => (pair ? pair[1] - pair[0] : null)),
    },
  ];
}

interface Wording {
  readonly name: string;
  readonly textOf: (value: unknown) => string;
}

function expectedSeries(
  axis: readonly { readonly name: string }[],
  expected: readonly ExpectedRow[],
  { name, textOf }: Wording,
): object[] {
  if (expected.length === 0) return [];
  const placed = axis.map((each) => expected.find((one) => one.name === each.name));
  const ends = placed.map((one) => one && ([one.low, one.high] as const));
  return [
    ...bandSeries(ends, 'expected', PALE_AMBER),
    {
      type: 'line',
      name,
      data: placed.map((one) => one?.value ?? null),
      symbol: 'emptyDiamond',
      symbolSize: 8,
      itemStyle: { color: AMBER },
      lineStyle: { width: 2, type: 'dashed' },
      tooltip: { valueFormatter: textOf },
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
      axisLabel: { ...TEXT, width: 140, lineHeight: 14, overflow: 'break', interval: 0 },
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
