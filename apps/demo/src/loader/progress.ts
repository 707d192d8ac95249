/** Where the demo writes: a terminal, a pipe, or a test's list of lines. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 28;
const TITLE = 22;
const REDRAW_MS = 60;

/** A bar that moves on a terminal; elsewhere one plain line when a stage is over. */
export class Progress {
  private drawnAt = 0;

  constructor(private readonly output: Output) {}

  line(text = ''): void {
    this.output.write(`${text}\n`);
  }

  /** `total` 0: unknown. The work's answer is said behind the stage's title. */
  async stage(
    title: string,
    total: number,
    work: (tick: (by?: number) => void) => Promise<string>,
  ): Promise<void> {
    const since = Date.now();
    let done = 0;
    this.draw(title, 0, total, true);
    const said = await work((by = 1) => this.draw(title, (done += by), total)).catch((error: unknown) => {
      this.wipe();
      throw error;
    });
    this.wipe();
    this.line(`  ${title.padEnd(TITLE)} ${said} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  }

  private draw(title: string, done: number, total: number, now = false): void {
    if (!this.output.isTTY || (!now && Date.now() - this.drawnAt < REDRAW_MS)) return;
    this.drawnAt = Date.now();
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const filled = Math.round(share * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const counts = total > 0 ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : '';
    const text = `  ${title.padEnd(TITLE)} ${bar} ${counts}`;
    this.output.write(`\r\x1b[2K${text.slice(0, (this.output.columns || 100) - 1)}`);
  }

  private wipe(): void {
    if (this.output.isTTY) this.output.write('\r\x1b[2K');
  }
}
