import { AwsClient } from "aws4fetch";
import type { Env } from "./env.server.ts";
import { assertStorageKey, type Storage } from "./storage-contract.ts";

type S3Settings = Pick<
  Env,
  "S3_ENDPOINT" | "S3_BUCKET" | "S3_REGION" | "S3_ACCESS_KEY" | "S3_SECRET_KEY"
>;

/**
 * Files in an S3 bucket, addressed by path so that MinIO and the like work too.
 * @throws Error naming what is missing in the settings.
 */
export function createS3Storage(settings: S3Settings): Storage {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = settings;
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    throw new Error("S3 storage needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY");
  }
  const endpoint = settings.S3_ENDPOINT ?? `https://s3.${S3_REGION}.amazonaws.com`;
  const client = new AwsClient({
    accessKeyId: S3_ACCESS_KEY,
    secretAccessKey: S3_SECRET_KEY,
    region: S3_REGION,
    service: "s3",
  });
  const send = async (key: string, init: RequestInit): Promise<Response> => {
    assertStorageKey(key);
    const url = `${endpoint.replace(/\/$/, "")}/${S3_BUCKET}/${key}`;
    const response = await client.fetch(url, init);
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new Error(`S3 answered ${response.status} to ${init.method} of a file`);
  };

  return {
    async putFile(key, content, contentType) {
      // S3 wants the length beforehand; uploads are limited in size before they come here.
      const body =
        content instanceof Uint8Array
          ? content
          : new Uint8Array(await new Response(content).arrayBuffer());
      const response = await send(key, {
        method: "PUT",
        body: body as BodyInit,
        headers: { "content-type": contentType, "content-length": String(body.byteLength) },
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`S3 has no bucket ${S3_BUCKET}`);
    },
    async readFile(key) {
      // Compression would hide the length.
      const response = await send(key, {
        method: "GET",
        headers: { "accept-encoding": "identity" },
      });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        return null;
      }
      return {
        stream: response.body,
        sizeBytes: Number(response.headers.get("content-length") ?? 0),
      };
    },
    async deleteFile(key) {
      const response = await send(key, { method: "DELETE" });
      await response.body?.cancel();
    },
  };
}
