import http from "node:http";

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/**
 * One request exactly as written: `fetch` would tidy the path and refuse some headers. A connection
 * that the market closes without an answer counts as status 0.
 */
export function rawRequest(
  baseUrl: string,
  wanted: {
    method?: string;
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const { method = "GET", path, headers = {}, body } = wanted;
  return new Promise((resolve) => {
    // A connection of its own: after an answer that came before the whole body the market closes it.
    const options = { hostname, port, method, path, headers, agent: false };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on("error", () => resolve({ status: 0, headers: {}, text: "" }));
    request.end(body);
  });
}
