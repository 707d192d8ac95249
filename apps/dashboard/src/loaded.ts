import { useEffect, useState } from 'preact/hooks';
import { ApiError } from './api.js';

export interface Loaded<Value> {
  readonly value?: Value;
  readonly error?: ApiError;
}

/** Loads again whenever an input changes. What is there stays until the new answer arrives, also when that fails. */
export function useLoaded<Value>(load: () => Promise<Value>, inputs: readonly unknown[]): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({});
  useEffect(() => {
    let isWanted = true;
    const keep = (next: Loaded<Value>): void => {
      if (isWanted) setLoaded((former) => ({ ...(next.error && former), ...next }));
    };
    load().then(
      (value) => keep({ value }),
      (error: unknown) => keep({ error: error instanceof ApiError ? error : new ApiError() }),
    );
    return () => {
      isWanted = false;
    };
  }, inputs);
  return loaded;
}

const EVERY_MS = 60_000;

/** A number that grows: once a minute while someone can see the page, and when `refresh` is called. */
export function useTicks(): [ticks: number, refresh: () => void] {
  const [ticks, setTicks] = useState(0);
  const refresh = (): void => setTicks((former) => former + 1);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return [ticks, refresh];
}
