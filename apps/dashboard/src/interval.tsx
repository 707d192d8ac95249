interface Props {
  readonly value: number;
  readonly ends: readonly [number, number];
}

/** A share on its line from 0 to 100 %, with the interval around it. The words beside it say the same. */
export function Interval({ value, ends: [low, high] }: Props) {
  return (
    <svg class="interval" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" y="2" width="100" height="2" rx="1" />
      <rect class="band" x={low * 100} y="1" width={Math.max(1, (high - low) * 100)} height="4" rx="1" />
      <rect class="point" x={Math.min(98.6, Math.max(0, value * 100 - 0.7))} width="1.4" height="6" />
    </svg>
  );
}
