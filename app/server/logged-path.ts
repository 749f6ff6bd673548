const WITH_TOKEN = /^\/(answers|invitations|reconfirm|unsubscribe)\/[^/?]+/;

/**
 * The path of an address as a log may hold it: without the query, which can carry tokens and what
 * people search for, and without the token of a link that acts for whoever holds it.
 */
export function loggedPath(url: string): string {
  const path = url.split("?")[0] ?? "";
  return path.replace(WITH_TOKEN, "/$1/…");
}
