export const FILE_PURPOSES = ["PICTURE", "ATTACHMENT"] as const;

/** What a file of a listing is for. */
export type StoredFilePurpose = (typeof FILE_PURPOSES)[number];
