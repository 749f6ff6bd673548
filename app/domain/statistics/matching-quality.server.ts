import { readMatchingQuality } from "~/domain/matching/quality-queries.server";
import { rememberForSeconds } from "./remember.server";

/** The public figures of matching, seconds old: whoever answers sees them change. */
export const getMatchingQuality = rememberForSeconds(3, readMatchingQuality);
