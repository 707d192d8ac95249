/** Where a command writes: a terminal, a pipe, or a test's list of texts. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string | Uint8Array): unknown;
}

const BAR = 28;
const REDRAW_MS = 80;
const PLAIN_LINE_MS = 5_000;

/** A bar that moves on a terminal; elsewhere a plain line every few seconds. */
export class ProgressBar {
  private toldAt: number;
  private rows = 0;
  private bytes = 0;

  constructor(
    private readonly output: Output,
    private readonly totalBytes: number,
    private readonly now: () => number = Date.now,
  ) {
    this.toldAt = now();
  }

  add({ rows, bytes }: { readonly rows: number; readonly bytes: number }): void {
    this.rows += rows;
    this.bytes += bytes;
    const due = this.output.isTTY ? REDRAW_MS : PLAIN_LINE_MS;
    if (this.now() - this.toldAt < due) return;
    this.toldAt = this.now();
    this.output.write(this.output.isTTY ? this.bar() : `${this.said()}\n`);
  }

  end(): void {
    if (this.output.isTTY) this.output.write('\r\x1b[2K');
  }

  private bar(): string {
    const filled = Math.round(this.share() * BAR);
    const text = `  ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${this.said()}`;
    return `\r\x1b[2K${text.slice(0, (this.output.columns || 100) - 1)}`;
  }

  /** Parts are a little larger or smaller than what they were cut from. */
  private share(): number {
    return this.totalBytes === 0 ? 1 : Math.min(1, this.bytes / this.totalBytes);
  }

  private said(): string {
    return `${Math.round(this.share() * 100)} % · ${this.rows} rows`;
  }
}
