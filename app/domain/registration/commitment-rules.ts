/** Version of the letter of commitment; its text is in the namespace `recognition`. */
export const COMMITMENT_VERSION = "2026-11-22";
