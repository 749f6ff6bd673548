import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { parse } from "pg-connection-string";

/** PostgreSQL's one-byte "char" type, which the stock adapter refuses to read. */
const OID_CHAR = 18;
const OID_TEXT = 25;
/** Number of the `Character` column type in Prisma's driver adapter protocol. */
const COLUMN_TYPE_CHARACTER = 6;

/**
 * The stock adapter cannot carry migrations: it splits scripts on ";" (which breaks function bodies)
 * and cannot read "char" columns (which breaks introspection). Both are repaired here.
 */
function repair(adapter) {
  const client = adapter.underlyingDriver();
  const queryRaw = adapter.queryRaw.bind(adapter);

  /** Lets the adapter map a result that is already here, without running the query twice. */
  async function mapResult(query, result) {
    const performIO = adapter.performIO;
    adapter.performIO = async () => result;
    try {
      return await queryRaw(query);
    } finally {
      adapter.performIO = performIO;
    }
  }

  adapter.executeScript = async (script) => {
    try {
      await client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };

  adapter.queryRaw = async (query) => {
    const result = await adapter.performIO(query);
    const isChar = result.fields.map((field) => field.dataTypeID === OID_CHAR);
    if (!isChar.includes(true)) return mapResult(query, result);

    const fields = result.fields.map((field, i) =>
      isChar[i] ? { ...field, dataTypeID: OID_TEXT } : field,
    );
    const mapped = await mapResult(query, { ...result, fields });
    mapped.columnTypes = mapped.columnTypes.map((type, i) =>
      isChar[i] ? COLUMN_TYPE_CHARACTER : type,
    );
    mapped.rows = mapped.rows.map((row) =>
      row.map((value, i) => (isChar[i] && value === "" ? "\u0000" : value)),
    );
    return mapped;
  };
  return adapter;
}

/** Driver adapter factory for the schema engine, with a shadow database made and dropped on demand. */
export class MigrateFactory {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  constructor(url, schema = "public") {
    const parsed = parse(url);
    // One connection only: search_path, advisory locks and scripts must share a session.
    this.config = {
      host: parsed.host,
      port: parsed.port ? Number(parsed.port) : 5432,
      user: parsed.user,
      password: parsed.password || undefined,
      database: parsed.database,
      max: 1,
    };
    this.schema = schema;
  }

  async connect() {
    return repair(await new PrismaPg(this.config, { schema: this.schema }).connect());
  }

  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await this.#asAdministrator(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const shadow = { ...this.config, database: name };
    const adapter = repair(await new PrismaPg(shadow, { schema: this.schema }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await this.#asAdministrator(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return adapter;
  }

  async #asAdministrator(sql) {
    const client = new pg.Client(this.config);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}
