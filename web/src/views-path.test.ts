import { expect, test } from "vitest";
import { isView } from "./views-path";

test.each(["/", "/today", "/inbox/0192f0c0-0000-7000-8000-000000000001", "/tags", "/healthz-of-mine"])(
  "%s is a view of the app",
  (path) => {
    expect(isView(path)).toBe(true);
  },
);

test.each(["/api", "/api/tasks", "/openapi.json", "/healthz", "/readyz", "/robots.txt", "/a/b.ics", "/socket.io/"])(
  "%s comes from the network",
  (path) => {
    expect(isView(path)).toBe(false);
  },
);
