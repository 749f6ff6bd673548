export interface Answer {
  status: number;
  /** Where a redirect leads, as a path of the site if it stays there; null for all other answers. */
  location: string | null;
  headers: Headers;
  text: string;
}

type Fields = Record<string, string | string[]>;

/**
 * Speaks HTTP to a running market as one browser without JavaScript would: keeps cookies, follows no
 * redirect, sends forms urlencoded, or as multipart when given FormData.
 */
export class HttpClient {
  private readonly cookies = new Map<string, string>();

  constructor(readonly baseUrl: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("GET", path, undefined, headers);
  }

  /** Posts a form from a page of the same site. */
  post(
    path: string,
    body: Fields | FormData | string | Uint8Array<ArrayBuffer> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const content = isRaw || body instanceof FormData ? body : urlencoded(body);
    return this.send("POST", path, content, { "sec-fetch-site": "same-origin", ...headers });
  }

  /**
   * Asks for a page, or posts to it, as the script of a page does: guards, loaders and actions run, and
   * nothing is drawn. A redirect is told as the browser would be told of it. With `route`, an id of the
   * build, the page alone is asked, without the frames around it.
   */
  async script(
    method: "GET" | "POST",
    path: string,
    body?: Fields | FormData | string,
    headers: Record<string, string> = {},
    route?: string,
  ): Promise<Answer> {
    const [address = "", query] = path.split("?");
    const asked = [query, route && `_routes=${encodeURIComponent(route)}`]
      .filter(Boolean)
      .join("&");
    const file = `${address === "/" ? "/_root" : address}.data${asked && `?${asked}`}`;
    const answer = await (method === "GET"
      ? this.get(file, headers)
      : this.post(file, body, headers));
    if (answer.status !== 202) return answer;
    const target = /"redirect",("(?:[^"\\]|\\.)*")/.exec(answer.text)?.[1];
    return target ? { ...answer, status: 302, location: JSON.parse(target) as string } : answer;
  }

  async send(
    method: string,
    path: string,
    body?: FormData | URLSearchParams | string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      body,
      redirect: "manual",
      headers: { "accept-language": "zh-CN", ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const line of response.headers.getSetCookie()) this.keepCookie(line);
    const location = response.headers.get("location");
    return {
      status: response.status,
      location: location ? location.replace(this.baseUrl, "") : null,
      headers: response.headers,
      text: await response.text(),
    };
  }

  /** Signs in through the form. @throws Error when the market refuses. */
  async signIn(identifier: string, password: string): Promise<void> {
    const answer = await this.post("/sign-in", { identifier, password });
    if (answer.status !== 302) {
      throw new Error(`sign-in of ${identifier} was answered with ${answer.status}`);
    }
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  private keepCookie(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    if (attributes.some((one) => /^\s*max-age=0$/i.test(one))) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

function urlencoded(fields: Fields): URLSearchParams {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) encoded.append(name, one);
  }
  return encoded;
}
