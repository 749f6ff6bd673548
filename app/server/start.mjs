import { register } from "tsx/esm/api";

// The server is TypeScript, the built application is not: without tsx between them its thousands of
// modules load in a third of the time and half of the memory.
const unregister = register();
const { runMarket } = await import("./start.ts");
await runMarket(unregister);
