/** Only the cookies of a library's answer, to be passed on with one of ours. */
export function cookiesOf(headers: Headers, ...more: string[]): Headers {
  const cookies = new Headers();
  for (const cookie of [...headers.getSetCookie(), ...more]) cookies.append("set-cookie", cookie);
  return cookies;
}
