/**
 * Circuit breaker: after `failures` failures in a row the engine is left alone for `pauseMs`, so
 * that a dead engine does not cost every visitor a time-out. The first request after the pause tries.
 */
export class Breaker {
  private failed = 0;
  private openUntil = 0;

  constructor(
    private readonly failures: number,
    private readonly pauseMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  isOpen(): boolean {
    return this.now() < this.openUntil;
  }

  succeeded(): void {
    this.failed = 0;
    this.openUntil = 0;
  }

  failedOnce(): void {
    this.failed++;
    if (this.failed >= this.failures) this.openUntil = this.now() + this.pauseMs;
  }
}
