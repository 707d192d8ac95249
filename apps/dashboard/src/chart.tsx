import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
}

/** A picture of what the table below it says. The library is fetched when the first chart is shown. */
export function Chart({ option, height, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let remove: (() => void) | undefined;
    let isWanted = true;
    void import('./draw.js').then(({ draw }) => {
      if (isWanted && box.current) remove = draw(box.current, option);
    });
    return () => {
      isWanted = false;
      remove?.();
    };
  }, [option]);
  return <div ref={box} class="chart" role="img" aria-label={label} style={{ height: `${height}px` }} />;
}
