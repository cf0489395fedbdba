import { expect, test } from "vitest";
import { compareRanks, rankBetween } from "./rank";

const NOW = Date.UTC(2026, 10, 24);

test("A place lies between its neighbours, however often one is put there", () => {
  let [low, high] = [rankBetween("", "", NOW), rankBetween("", "", NOW + 1)];
  for (let step = 0; step < 60; step += 1) {
    const middle = rankBetween(low, high, NOW);
    expect(low < middle && middle < high, `${low} < ${middle} < ${high}`).toBe(true);
    if (step % 3 === 0) low = middle;
    else high = middle;
  }
});

test("Ten thousand places at the end stay short and in order", () => {
  let last = "";
  for (let step = 0; step < 10_000; step += 1) {
    const next = rankBetween(last, "", NOW + step);
    expect(last < next).toBe(true);
    last = next;
  }
  expect(last.length).toBeLessThan(16);
});

test("A thousand places at the start stay short and in order", () => {
  let first = rankBetween("", "", NOW);
  for (let step = 1; step < 1000; step += 1) {
    const next = rankBetween("", first, NOW + step);
    expect(next < first).toBe(true);
    first = next;
  }
  expect(first.length).toBeLessThan(16);
});

test("A place at the end comes after one that a clock running ahead gave", () => {
  const ahead = rankBetween("", "", NOW + 86_400_000);
  expect(ahead < rankBetween(ahead, "", NOW)).toBe(true);
});

test("Two devices that put something at one place do not choose the same", () => {
  const places = new Set(Array.from({ length: 100 }, () => rankBetween("A", "B", NOW)));
  expect(places.size).toBeGreaterThan(95);
});

test("Neighbours of one place, which a merge may leave, still give a place behind the first", () => {
  expect("V1" < rankBetween("V1", "V1", NOW)).toBe(true);
});

test("What was never placed stands last", () => {
  expect([undefined, "b", "a"].sort(compareRanks)).toEqual(["a", "b", undefined]);
  expect(compareRanks(undefined, "a")).toBe(1);
});
