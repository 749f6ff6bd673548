export interface StoredContent {
  stream: ReadableStream<Uint8Array>;
  sizeBytes: number;
}

/** Where uploaded files lie. Keys are made by us ("listing/018f…/picture.png"), never by a visitor. */
export interface Storage {
  /** Writes whole or not at all; an existing file of that key is replaced. */
  putFile(
    key: string,
    content: Uint8Array | ReadableStream<Uint8Array>,
    contentType: string,
  ): Promise<void>;
  /** The content, or null when there is no such file. */
  readFile(key: string): Promise<StoredContent | null>;
  /** Deleting what is not there is no error. */
  deleteFile(key: string): Promise<void>;
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const MAX_KEY_LENGTH = 300;

/** @throws Error for a key that could leave its folder: that is a fault of ours, not of a visitor. */
export function assertStorageKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) throw new Error("storage key is not allowed");
}
