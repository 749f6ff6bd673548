/** What a presenter can allow: that the pitch is recorded, and that the recording is shown afterwards. */
export const CONSENT_KINDS = ["RECORDING", "REPLAY"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
