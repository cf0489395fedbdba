import { describe, expect, test } from "vitest";
import { parse } from "../quick-add";

/** A Tuesday, two in the afternoon. */
const NOW = "2026-11-24T14:00:00+01:00";

type Row = readonly [text: string, title: string, rest?: Record<string, unknown>];

function read(text: string, now = NOW, locale = "en-GB", zone = "Europe/Berlin") {
  const { tokens, ...task } = [parse(text, { now: Date.parse(now), zone, locale })].flat()[0] ?? { tokens: [] };
  return task;
}

function rule(name: string, rows: readonly Row[]): void {
  test.each(rows.map(([text, title, rest]) => ({ text, task: { title, ...rest } })))(
    `${name}: $text`,
    ({ text, task }) => {
      expect(read(text)).toStrictEqual(task);
    },
  );
}

const on = (date: string) => ({ due: { date } });
const at = (time: string, zone?: string) => ({ due: zone ? { at: time, zone } : { at: time } });
const untouched = (text: string): Row => [text, text];

describe("ranges and choices are text", () => {
  rule("both ends stay", [
    untouched("Trip Mon - Fri"),
    untouched("Trip 3 - 5 July"),
    untouched("Trip 5 July — 7 July"),
    untouched("Call Monday & Tuesday"),
    untouched("Open Monday through Friday 9am"),
    untouched("Standup Monday 9am - 10am"),
    untouched("Ask in a week or two"),
    untouched("Out on Sat and Sun"),
  ]);
  rule("a list with a choice stays whole", [untouched("Gym Mon, Wed and Fri"), untouched("Gym Mon, Wed, or Fri")]);
  rule("a date beside a range of times still counts", [
    ["9 to 10am tomorrow", "9 to 10am", on("2026-11-25")],
    ["tomorrow 9 to 10am", "9 to 10am", on("2026-11-25")],
  ]);
  rule("a list without a choice is read", [["Move Monday, Friday lunch", "Move Monday, lunch", on("2026-11-27")]]);
  rule("numbers alone make no range", [["Buy 2 or 3 tomorrow", "Buy 2 or 3", on("2026-11-25")]]);
});

describe("what is not when the task is due is text", () => {
  rule("with the time beside it", [
    untouched("Call until Friday 5pm"),
    untouched("Review last Friday 5pm"),
    untouched("Shop Black Friday 9am"),
    untouched("Ring 2 days ago at 5pm"),
    untouched("Ring yesterday 5pm"),
    untouched("Read 3 March 2020 9am"),
    untouched("Pay 31 Nov 9am"),
  ]);
  rule("after such a word", [
    untouched("Minutes of Monday"),
    untouched("After the end of month"),
    untouched("Run each Monday"),
  ]);
  rule("a repeat is no single date", [
    untouched("Run every Monday and Thursday at 8"),
    untouched("Water every 3 days"),
  ]);
  rule("where the number and the name may differ", [untouched("Dentist Tue 24th"), untouched("Gym first Friday")]);
});

describe("days", () => {
  rule("in the next week", [["Friday of next week call", "call", on("2026-12-04")]]);
  rule("of a month", [
    ["Board first Monday next month", "Board", on("2026-12-07")],
    ["Retro fifth Friday of the month", "Retro", on("2027-01-29")],
    untouched("Retro fifth Monday next month"),
    ["Pay last Monday of the month", "Pay", on("2026-11-30")],
    ["Pay on the 5th at 5pm", "Pay", at("2026-12-05T17:00")],
    untouched("Pay the 5th"),
    untouched("Pay on the 32nd"),
    ["Pay end of April 2028", "Pay", on("2028-04-30")],
    ["Pay end of November", "Pay", on("2026-11-30")],
  ]);
  rule("by number", [
    ["Pay 24 Dec. 2027", "Pay", on("2027-12-24")],
    ["Pay Dec 24th, 2027 bill", "Pay bill", on("2027-12-24")],
    ["Pay Thursday the 24th of December bill", "Pay bill", on("2026-12-24")],
    ["Pay 24 Nov", "Pay", on("2026-11-24")],
    ["Pay 23 Nov", "Pay", on("2027-11-23")],
    ["Pay 24-12-26", "Pay", on("2026-12-24")],
    untouched("Pay 24/12-26"),
    untouched("Pay 24.12.26"),
    untouched("Log 2026-12-24T25:00"),
  ]);
  rule("as two numbers only where nothing else is meant", [
    untouched("Bake 24/12 pies"),
    ["Bake Thu 24/12 pies", "Bake pies", on("2026-12-24")],
    ["Bake 24/12 5pm pies", "Bake pies", at("2026-12-24T17:00")],
    ["Bake for 5/2 pies", "Bake pies", on("2027-02-05")],
    untouched("Shop at 7/11"),
  ]);
  rule("after a length of time", [
    ["Pay 3 weeks from now", "Pay", on("2026-12-15")],
    untouched("Pay in 0 days"),
    untouched("Pay in 9999 years"),
    ["Pay an hour from now", "Pay", at("2026-11-24T15:00")],
  ]);
  rule("at the weekend", [["Ride at the weekend", "Ride", on("2026-11-28")], untouched("Plan the weekend")]);

  test("are read month first in the United States alone", () => {
    expect(read("Pay 5/2/2027", NOW, "en-US")).toMatchObject(on("2027-05-02"));
    expect(read("Pay 5/2/2027", NOW, "en-AU")).toMatchObject(on("2027-02-05"));
  });

  test("at the end of a week that is past its Friday are in the next", () => {
    expect(read("Pay end of week", "2026-11-28T11:00:00+01:00")).toMatchObject(on("2026-12-04"));
  });
});

describe("times", () => {
  rule("in a part of the day", [
    ["Call tonight at 8:30", "Call", at("2026-11-24T20:30")],
    ["Call tonight at 12", "Call", at("2026-11-25T00:00")],
    untouched("Call tonight at 1"),
    ["Call at 8 tonight", "Call", at("2026-11-24T20:00")],
    ["Call this morning 10:00", "Call", at("2026-11-24T10:00")],
    ["Call this evening 17:00", "Call", at("2026-11-24T17:00")],
    ["Call 12 in the morning", "Call", at("2026-11-25T00:00")],
    ["Call in the afternoon at 3", "Call", at("2026-11-24T15:00")],
    ["Call at 7 Friday morning", "Call", at("2026-11-27T07:00")],
    ["Call in the afternoon", "Call", at("2026-11-24T15:00")],
  ]);
  rule("by the clock", [
    ["Call 5 o’clock sharp", "Call sharp", at("2026-11-24T17:00")],
    ["Call 5.30 P.M., then rest", "Call, then rest", at("2026-11-24T17:30")],
    ["Call Friday @ 5pm", "Call", at("2026-11-27T17:00")],
    ["Call @ noon", "Call", at("2026-11-25T12:00")],
    ["Call Friday at 20", "Call", at("2026-11-27T20:00")],
    untouched("Call at 1:02:03"),
    untouched("Call at 5 - bring cake"),
    untouched("Call 24:00"),
    ["Call at 12", "Call", at("2026-11-25T12:00")],
    ["Call at 7 #Home", "Call", { ...at("2026-11-25T07:00"), project: "Home" }],
  ]);
  rule("in a zone", [
    ["Call 5pm asia/kolkata", "Call", at("2026-11-25T17:00", "Asia/Kolkata")],
    ["Call at 9 ET", "Call", at("2026-11-24T09:00", "America/New_York")],
    ["Call 9am America/Port-au-Prince Ana", "Call Ana", at("2026-11-24T09:00", "America/Port-au-Prince")],
    ["Call 5pm and/or mail", "Call and/or mail", at("2026-11-24T17:00")],
  ]);

  test("in a zone that this machine does not know are those of UTC", () => {
    expect(read("Call 1:30pm", NOW, "en-GB", "Nowhere/Land")).toMatchObject(at("2026-11-24T13:30"));
    expect(read("Call 12:30", NOW, "en-GB", "Nowhere/Land")).toMatchObject(at("2026-11-25T12:30"));
  });

  test("that a zone's clock skips for a whole day become the first minute after it", () => {
    const eve = "2011-12-29T12:00:00-10:00";
    expect(read("Fish tomorrow 9am", eve, "en-GB", "Pacific/Apia")).toMatchObject(at("2011-12-31T00:00"));
  });
});

describe("reminders", () => {
  rule("at a time", [
    ["Pay !9am PST", "Pay", { reminders: [{ at: "2026-11-24T17:00:00Z" }] }],
    ["Pay !at 9 !1h", "Pay", { reminders: [{ at: "2026-11-25T09:00" }, { at: "2026-11-24T15:00" }] }],
    ["Pay !1d", "Pay", { reminders: [{ at: "2026-11-25T14:00" }] }],
    untouched("Pay !yesterday"),
    untouched("Pay !9am or 10am"),
  ]);
  rule("of no length", [["Pay tomorrow !0m", "Pay", { ...on("2026-11-25"), reminders: [{ before: "PT0M" }] }]]);
});

describe("names", () => {
  rule("in quotes may hold anything", [
    ['Go #"a // b \\c p1"', "Go", { project: "a // b \\c p1" }],
    ['Go @" x "', "Go", { tags: ["x"] }],
    untouched('Go #" "'),
    untouched('Go # "x"'),
  ]);
  rule("are no longer than a project's or a tag's", [
    [`Go @${"x".repeat(100)}`, "Go", { tags: ["x".repeat(100)] }],
    untouched(`Go @${"x".repeat(101)}`),
    untouched(`Go #${"x".repeat(201)}`),
  ]);
  rule("begin with a letter, a digit or an emoji", [
    untouched("Go #-x"),
    untouched("Go #_1"),
    ["Go #👩‍🌾", "Go", { project: "👩‍🌾" }],
  ]);
});

describe("the title", () => {
  rule("loses the marks left at its ends", [
    ["- #Home - Call", "Call", { project: "Home" }],
    ["List: tomorrow", "List", on("2026-11-25")],
    ["Call, tomorrow #Home then", "Call, then", { ...on("2026-11-25"), project: "Home" }],
  ]);
  rule("keeps the marks of its words", [
    ["Blood type A- tomorrow", "Blood type A-", on("2026-11-25")],
    ["Today -5 degrees", "-5 degrees", on("2026-11-24")],
    ["Hi tomorrow :)", "Hi :)", on("2026-11-25")],
    untouched("- Call -"),
    untouched("-"),
  ]);
  rule("keeps a backslash that stands alone", [untouched("Type \\ here")]);
});

describe("a pasted text", () => {
  const paste = (text: string) => parse(text, { now: Date.parse(NOW), zone: "Europe/Berlin", locale: "en-GB" });

  test("keeps a line of nothing but tokens as a title", () => {
    expect(paste("Tomorrow\n- #Home p1")).toEqual([
      { title: "Tomorrow", tokens: [] },
      { title: "#Home p1", tokens: [] },
    ]);
  });

  test("counts its tokens from its own start", () => {
    expect(paste("Tea\n- Bread p2")).toMatchObject([{}, { tokens: [[12, 14, "priority"]] }]);
  });

  test("of blank lines alone is no task", () => {
    expect(paste("\n - \n\t\n")).toEqual([]);
  });
});

test("notes are whole, however long", () => {
  expect(read(`Call // ${"x".repeat(2000)}`)).toStrictEqual({ title: "Call", notes: "x".repeat(2000) });
});

describe("of a long line", () => {
  const filler = "x".repeat(494);

  test("a token that ends with the five hundredth character counts", () => {
    expect(read(`${filler} today and more`)).toStrictEqual({ title: `${filler} and more`, ...on("2026-11-24") });
  });

  test("a token that ends one character later is text", () => {
    expect(read(`${filler}x today and more`)).toStrictEqual({ title: `${filler}x today and more` });
  });

  test("a word that runs over the five hundredth character is text", () => {
    expect(read(`${filler} todayish`)).toStrictEqual({ title: `${filler} todayish` });
  });
});

test("control characters are white space", () => {
  expect(read("Call\u0000Ana\u0001today")).toStrictEqual({ title: "Call Ana", ...on("2026-11-24") });
});

test("the end of a month is today on its last day", () => {
  expect(read("Pay end of November", "2026-11-30T11:00:00+01:00")).toMatchObject(on("2026-11-30"));
});
