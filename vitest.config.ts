import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const alias = [
  { find: /^~\//, replacement: `${path.join(root, "app")}/` },
  { find: /^#prisma\//, replacement: `${path.join(root, "prisma")}/` },
  { find: /^#search\//, replacement: `${path.join(root, "search")}/` },
];
const shared = { environment: "node", restoreMocks: true, unstubEnvs: true } as const;

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: process.env.CI ? ["dot"] : ["default"],
    maxWorkers: process.env.VITEST_MAX_WORKERS ?? 3,
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: "unit",
          testTimeout: 20_000,
          include: ["{app,search,prisma}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/setup/fail-on-console-error.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: "integration",
          // What one file has loaded and compiled serves the next: a third of the time.
          isolate: false,
          include: ["tests/{integration,routes,architecture,faults}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/setup/global-setup.ts"],
          setupFiles: ["tests/setup/environment.ts", "tests/setup/fail-on-console-error.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
