import { v7 } from "uuid";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new UUIDv7: sorts by time of creation, so that index pages stay warm. */
export function newId(): string {
  return v7();
}

/** Whether text from outside may be used as an id; anything else would be a database error. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}
