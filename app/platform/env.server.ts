import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false"])
  .transform((value) => value === "1" || value === "true");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PROCESS: z.enum(["all", "web", "worker"]).default("all"),
  HOST: z.string().default("0.0.0.0"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Public address in mails and feeds, without a trailing slash. */
  APP_URL: z.url().optional(),
  /** Key material for sessions and for encryption of sensitive columns; at least 32 characters. */
  APP_SECRET: z.string().min(32),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  MEILI_URL: z.url(),
  MEILI_KEY: z.string().default(""),
  /** Prefix of index names, so that several markets or test workers can share one engine. */
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]*$/)
    .default(""),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Grand Market <no-reply@market.example>"),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** Address of an authority's identity check; without it a person decides. */
  IDENTITY_CHECK_URL: z.url().optional(),
  IDENTITY_CHECK_TOKEN: z.string().optional(),
  /** Address of an embedding service in the OpenAI form, up to and without "/embeddings"; texts are sent there. */
  EMBEDDING_URL: z.url().optional(),
  EMBEDDING_KEY: z.string().optional(),
  EMBEDDING_MODEL: z.string().default("text-embedding-3-small"),
  EMBEDDING_DIMENSIONS: z.coerce.number().int().min(16).max(4096).default(512),
  /** PEM files of a seal bought elsewhere; without them the market seals with a key of its own. */
  SEAL_KEY_FILE: z.string().optional(),
  SEAL_CERT_FILE: z.string().optional(),
  SEAL_KEY_PASSWORD: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Another address of Stripe's interface, such as the stand-in of a demonstration. */
  STRIPE_API_BASE: z.url().optional(),
  /** Payouts through Stripe Connect; without it the market pays out by bank transfer. */
  STRIPE_CONNECT: flag.or(z.enum(["on", "off"]).transform((text) => text === "on")).default(false),
  /** The market's account for bank transfers, as it is printed for payers. */
  BANK_ACCOUNT_NAME: z.string().default(""),
  BANK_ACCOUNT_NUMBER: z.string().default(""),
  BANK_NAME: z.string().default(""),
  /** Demo: the outbox page and the demo accounts are shown. */
  DEMO: flag.default(false),
  TRUST_PROXY: z.string().default("loopback"),
  RATE_LIMIT: z.coerce.number().int().min(1).default(600),
  AUTH_RATE_LIMIT: z.coerce.number().int().min(1).default(30),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The process environment, parsed once at first use.
 * @throws Error with one sentence that names every variable that is wrong.
 */
export function env(): Env {
  if (parsed) return parsed;
  const present = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(present);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable: ${faults.join("; ")}.`);
  }
  parsed = result.data;
  return parsed;
}

/** Forgets the parsed environment; for tests that change variables. */
export function resetEnv(): void {
  parsed = undefined;
}

/** Public address of this installation without a trailing slash. */
export function appUrl(): string {
  const { APP_URL, PORT } = env();
  return (APP_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "");
}
