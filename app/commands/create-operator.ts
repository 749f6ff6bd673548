import "./running-market";
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { Office } from "~/domain/identity/actor";
import { appointOfficer } from "~/domain/identity/appoint-officer.server";
import { signUpSchema } from "~/domain/identity/auth-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { closeDb, getDb } from "~/platform/db.server";

const USAGE = `Gives a person a seat in the market's office.

  npm run operator:create -- --email <address> [--name <name>] [--reviewer] [--region <code>]

  --reviewer   a reviewer's seat; without it a market operator's
  --region     division that the seat covers (GB/T 2260, such as 370100); without it the whole market

An account that does not exist is opened: its password is taken from OPERATOR_PASSWORD, else made and
shown once. Works on the market that runs with DATA_DIR (.data), or the one that DATABASE_URL names.
`;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    reviewer: { type: "boolean", default: false },
    region: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  const email = signUpSchema.shape.identifier.safeParse(values.email ?? "");
  if (values.help || !email.success || email.data.kind !== "EMAIL") {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const given = process.env.OPERATOR_PASSWORD;
  const password = given ?? randomBytes(15).toString("base64url");
  if (!signUpSchema.shape.password.safeParse(password).success) {
    process.stderr.write("OPERATOR_PASSWORD is too short or too simple: 10 characters or more.\n");
    return 2;
  }
  const office: Office = values.reviewer ? "REVIEWER" : "MARKET_OPERATOR";
  const { isNewAccount, isNewSeat } = await appointOfficer(
    {
      email: email.data.value,
      name: values.name,
      password,
      office,
      regionCode: values.region ?? null,
    },
    getDb(),
  );
  const region = values.region ?? "the whole market";
  process.stdout.write(
    isNewSeat
      ? `${email.data.value} is now ${office} for ${region}.\n`
      : `${email.data.value} already is ${office} for ${region}; nothing changed.\n`,
  );
  if (isNewAccount && !given) {
    process.stdout.write(`Password, shown only now: ${password}\n`);
  }
  return 0;
}

try {
  if (!process.env.DATABASE_URL) throw new DomainError("no_market");
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  const sentence =
    error.code === "no_market"
      ? "No market found: start it, or set DATABASE_URL and APP_SECRET."
      : error.field === "region"
        ? "There is no such region."
        : "A new account needs --name.";
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
} finally {
  await closeDb();
}
