import { pino } from "pino";

/** The one logger. Never pass it personal data, secrets or whole form bodies. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  redact: {
    paths: ["req.headers.cookie", "req.headers.authorization", "*.password", "*.documentNumber"],
    censor: "[redacted]",
  },
});
