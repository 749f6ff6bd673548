import { afterEach, beforeEach } from "vitest";

const printed: string[] = [];
const original = console.error;

/** What reaches console.error is a fault that nobody looked at: the test that caused it fails. */
beforeEach(() => {
  printed.length = 0;
  console.error = (...args: unknown[]) => {
    printed.push(args.map(String).join(" "));
    original(...args);
  };
});

afterEach(() => {
  console.error = original;
  if (printed.length > 0) throw new Error(`console.error was called: ${printed.join("\n")}`);
});
