/** One holder may take this part of all places, so that some are left for others. */
const SHARE = 0.75;

/** A number of places, each held by somebody for a while. */
export class Places {
  private taken = 0;
  private readonly holders = new Map<string, number>();

  constructor(private readonly total: number) {}

  /** A function that leaves the place again; nothing when there is none. */
  enter(holder: string): (() => void) | undefined {
    const held = this.holders.get(holder) ?? 0;
    if (this.taken >= this.total || held >= Math.max(1, Math.floor(this.total * SHARE))) return undefined;
    return this.seat(holder, held);
  }

  private seat(holder: string, held: number): () => void {
    this.taken += 1;
    this.holders.set(holder, held + 1);
    return () => {
      this.taken -= 1;
      const others = (this.holders.get(holder) ?? 1) - 1;
      if (others > 0) this.holders.set(holder, others);
      else this.holders.delete(holder);
    };
  }
}
