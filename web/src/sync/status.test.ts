import { expect, test } from "vitest";
import { Status } from "./status";

test("what is noted leaves the rest as it is", () => {
  const status = new Status();
  status.note({ waiting: 3 });
  status.note({ reachable: false });
  expect(status.value).toEqual({ reachable: false, signedIn: true, waiting: 3 });
});

test("what is no news is not told", () => {
  const status = new Status();
  let told = 0;
  status.listen(() => {
    told += 1;
  });
  status.note({ reachable: true });
  status.note({ waiting: 1 });
  status.note({ waiting: 1, signedIn: true });
  expect(told).toBe(1);
});
