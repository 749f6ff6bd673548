import { isConnectionLoss } from "./connection-loss.ts";

/** One thing to end; `urgently` is called instead when there is no time left. */
export interface Closable {
  name: string;
  stop(): Promise<void>;
  urgently?(): void;
}

const PATIENCE_MS = 20_000;

/**
 * Ends the program in order. The first SIGINT or SIGTERM stops what was registered, last first, each
 * with its own patience; a second signal, or twenty seconds, exits at once.
 */
export class Shutdown {
  #parts: Closable[] = [];
  #running: Promise<void> | undefined;

  get isStopping(): boolean {
    return this.#running !== undefined;
  }

  add(part: Closable): void {
    this.#parts.push(part);
  }

  listen(): void {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (this.isStopping) this.#exitNow(130);
        process.stdout.write("\nStopping …\n");
        void this.exit(0);
      });
    }
    process.on("uncaughtException", (error) => this.#fail(error));
    process.on("unhandledRejection", (error) => {
      if (isConnectionLoss(error)) process.stderr.write(`Connection lost: ${String(error)}\n`);
      else this.#fail(error);
    });
  }

  /** Stops everything, then exits with `code`. */
  async exit(code: number): Promise<never> {
    const late = setTimeout(() => this.#exitNow(code || 1), PATIENCE_MS);
    this.#running ??= this.#stopAll();
    await this.#running;
    clearTimeout(late);
    process.exit(code);
  }

  async #stopAll(): Promise<void> {
    for (const part of this.#parts.reverse()) {
      try {
        await part.stop();
      } catch (error) {
        process.stderr.write(`${part.name} did not stop cleanly: ${String(error)}\n`);
      }
    }
  }

  #fail(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Unexpected failure, stopping: ${text}\n`);
    if (!this.isStopping) void this.exit(1);
  }

  #exitNow(code: number): never {
    for (const part of this.#parts) part.urgently?.();
    process.exit(code);
  }
}
