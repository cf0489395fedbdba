import { expect, test } from "vitest";
import { Offline, Problem } from "../http";
import { refusalOf } from "./refusal";

test("what is wrong with an input is said as a sentence, without the input's name", () => {
  const problem = new Problem(422, {
    name: "invalid",
    detail: "email: Value error, must be an address like ada@example.org",
    field: "email",
  });
  expect(refusalOf(problem)).toEqual({
    code: "invalid",
    words: "Must be an address like ada@example.org.",
    field: "email",
  });
});

test("a sentence of the server's stays as it is", () => {
  const problem = new Problem(401, { name: "wrong_credentials", detail: "No account has this address: try another." });
  expect(refusalOf(problem).words).toBe("No account has this address: try another.");
});

test("who tried too often is told when to try again", () => {
  const problem = new Problem(429, { name: "slow_down", detail: "Too many tries: wait a moment." }, 42);
  expect(refusalOf(problem).words).toBe("Too many tries: wait a moment. Try again in 42 s.");
});

test("a server out of reach is a refusal too, a fault of ours is not", () => {
  expect(refusalOf(new Offline("away")).code).toBe("offline");
  expect(() => refusalOf(new TypeError("x is undefined"))).toThrow(TypeError);
});
