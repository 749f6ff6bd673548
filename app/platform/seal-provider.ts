/**
 * Who seals. Given the SHA-256 of the sealed bytes, a provider returns a detached CMS signature: the
 * form in which licensed certification authorities, signing servers and key modules answer too.
 */
export interface SealProvider {
  /** SHA-256 of the signer's certificate, hex: what /verify knows the seal by. */
  readonly fingerprint: string;
  /** Name in the signature panel of a PDF reader. */
  readonly name: string;
  /** Room to keep in the file for the answer, in bytes. */
  readonly maxCmsBytes: number;
  /**
   * @param digest SHA-256 of everything in the file but the signature itself
   * @returns DER of a CMS SignedData, detached, with the certificate and, for PAdES (ETSI EN 319
   * 142-1), the attributes content type, message digest and signing-certificate-v2
   */
  sign(digest: Uint8Array): Promise<Uint8Array>;
}
