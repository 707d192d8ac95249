import { useEffect, useState } from 'preact/hooks';

/** Where one is: kept in the address after the hash, so the browser's own back button works. */
export interface Place {
  readonly pactId?: string;
  readonly code?: string;
  /** One indicator in all pacts. */
  readonly isComparison?: boolean;
}

const COMPARISON = 'compare';

export const addressOf = ({ pactId, code, isComparison }: Place): string =>
  `#/${[isComparison ? COMPARISON : pactId, code].filter((part) => part !== undefined).join('/')}`;

function here(): Place {
  const [pactId, code] = location.hash.replace(/^#\/?/, '').split('/');
  if (pactId === COMPARISON) return { isComparison: true, ...(code && { code }) };
  return { ...(pactId && { pactId }), ...(code && { code }) };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const follow = (): void => setPlace(here());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
