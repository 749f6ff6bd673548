import { expect, it } from "vitest";
import { loggedPath } from "./logged-path.ts";

it.each([
  ["/answers/abc.def.x.y?answer=INTERESTED", "/answers/…"],
  ["/answers/abc.def.x.y.data", "/answers/…"],
  ["/unsubscribe/s3cret", "/unsubscribe/…"],
  ["/reconfirm/s3cret", "/reconfirm/…"],
  ["/invitations/s3cret/accept", "/invitations/…/accept"],
  ["/achievements/0196?q=secret", "/achievements/0196"],
  ["/answers", "/answers"],
])("%s is logged as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});
