import {
  type HolderRole,
  type KeyFile,
  lockKey,
  makeHolderKey,
  type PublicKey,
  unlockKey,
} from "./holder-key-rules.js";
import {
  type EnvelopeHead,
  envelopeHashOf,
  openShare,
  plainText,
  type SealedShare,
  type SealingCall,
  sealBid,
} from "./sealing-rules.js";
import { SealingError, sha256Hex, toBase64Url } from "./secret-sharing-rules.js";
import type { TenderBidContent } from "./tender-bid-schema";

export type { SealingCall };
export { plainText };
/** A share that is sealed to one key, with what it belongs to. */
export type SealedToKey = { bidId: string; head: EnvelopeHead; share: SealedShare };

/** Browsers keep their cryptography to pages that came over https or from this machine. */
export function canSealHere(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** A new pair: the public half to register, the private half as a file under a pass phrase. */
export async function makeKeyFile(
  about: { tenderId: string; role: HolderRole },
  passphrase: string,
): Promise<{ publicKey: PublicKey; fingerprint: string; file: KeyFile }> {
  const { publicKey, privateKey, fingerprint } = await makeHolderKey();
  const file = await lockKey(privateKey, { ...about, fingerprint }, passphrase);
  return { publicKey, fingerprint, file };
}

/** Whether a saved key file opens, before the tender depends on it. */
export async function testKeyFile(text: string, passphrase: string): Promise<KeyFile> {
  const file = readKeyFile(text);
  await unlockKey(file, passphrase);
  return file;
}

function readKeyFile(text: string): KeyFile {
  try {
    return JSON.parse(text) as KeyFile;
  } catch {
    throw new SealingError("not_a_key_file");
  }
}

/**
 * Opens all shares that are sealed to one key. One that cannot be opened is handed in empty: the
 * third holder will be asked.
 */
export async function openShares(
  text: string,
  passphrase: string,
  sealed: readonly SealedToKey[],
  onProgress: (done: number) => void,
): Promise<{ bidId: string; share: string }[]> {
  const file = readKeyFile(text);
  const key = await unlockKey(file, passphrase);
  const foreign = sealed.some((one) => one.share.fingerprint !== file.fingerprint);
  if (foreign) throw new SealingError("other_key");
  const opened: { bidId: string; share: string }[] = [];
  for (const one of sealed) {
    const share = await openShare(one.head, one.share, key).catch(() => "");
    opened.push({ bidId: one.bidId, share });
    onProgress(opened.length);
  }
  return opened;
}

export type SealedBid = {
  envelope: string;
  hash: string;
  /** What the bidder keeps to prove what was sealed: content and nonce give the commitment. */
  ownCopy: string;
};

export async function sealContent(
  content: TenderBidContent,
  call: SealingCall,
): Promise<SealedBid> {
  const { envelope, nonce } = await sealBid(content, call);
  const ownCopy = JSON.stringify(
    {
      format: "gm-bid-copy/1",
      tenderId: call.tenderId,
      commitment: envelope.commitment,
      nonce,
      content,
    },
    null,
    2,
  );
  return { envelope: JSON.stringify(envelope), hash: await envelopeHashOf(envelope), ownCopy };
}

/** A file as an attachment: inside the envelope when there is room, else by its hash. */
export async function toAttachment(
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  room: number,
): Promise<TenderBidContent["attachments"][number]> {
  const { name, bytes } = file;
  const base = {
    name: plainText(name, 200),
    sha256: await sha256Hex(bytes),
    sizeBytes: bytes.length,
  };
  return bytes.length <= room ? { ...base, data: toBase64Url(bytes) } : base;
}

/** Code of a refusal by the cryptography, or null for anything else. */
export function sealingErrorCode(error: unknown): string | null {
  return error instanceof SealingError ? error.code : null;
}
