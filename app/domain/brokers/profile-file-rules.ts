/** Certificates and photos of brokers: at most 5 MB. */
export const MAX_BROKER_FILE_BYTES = 5 * 1024 * 1024;
export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
