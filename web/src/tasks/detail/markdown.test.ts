import { describe, expect, test } from "vitest";
import { readMarkdown, safeAddress } from "./markdown";

const text = (words: string) => ({ kind: "text", text: words });
const paragraph = (...inner: readonly object[]) => ({ kind: "paragraph", inner });

test("an empty line parts paragraphs, and a line break stays one", () => {
  expect(readMarkdown("One\ntwo\n\n\nThree\n")).toEqual([paragraph(text("One\ntwo")), paragraph(text("Three"))]);
});

test("nothing but white space is nothing", () => {
  expect(readMarkdown(" \n\n\t")).toEqual([]);
});

test("bold, italic and code are read inside of words around them", () => {
  expect(readMarkdown("the **blue** one, *not* the _red_, by `restic *check*`")).toEqual([
    paragraph(
      text("the "),
      { kind: "strong", inner: [text("blue")] },
      text(" one, "),
      { kind: "emphasis", inner: [text("not")] },
      text(" the "),
      { kind: "emphasis", inner: [text("red")] },
      text(", by "),
      { kind: "code", text: "restic *check*" },
    ),
  ]);
});

test("bold may hold italic", () => {
  expect(readMarkdown("**very *much* so**")).toEqual([
    paragraph({ kind: "strong", inner: [text("very "), { kind: "emphasis", inner: [text("much")] }, text(" so")] }),
  ]);
});

test.each(["2 * 3 * 4", "a ** b ** c", "snake_case_name", "5 * 4", "**", "``", "[x]", "[x](", "* ", "_ _"])(
  "%j stays as it was typed",
  (typed) => {
    const [block] = readMarkdown(typed);
    expect(block).toEqual(paragraph(text(typed)));
  },
);

describe("lists", () => {
  test("a line with a bullet begins one, right behind a paragraph too", () => {
    expect(readMarkdown("Look:\n- one\n* two\n\nEnd")).toEqual([
      paragraph(text("Look:")),
      { kind: "list", first: undefined, items: [[text("one")], [text("two")]] },
      paragraph(text("End")),
    ]);
  });

  test("numbers keep where they begin", () => {
    expect(readMarkdown("3. three\n4) four")).toEqual([
      { kind: "list", first: 3, items: [[text("three")], [text("four")]] },
    ]);
  });

  test("an indented line belongs to the item above it", () => {
    expect(readMarkdown("- one\n  and more\n- two")).toEqual([
      { kind: "list", first: undefined, items: [[text("one\nand more")], [text("two")]] },
    ]);
  });
});

test("what stands in a fence is code, with no end to it too", () => {
  expect(readMarkdown("```sh\nls **x**\n\n- y\n```\nz")).toEqual([
    { kind: "code", text: "ls **x**\n\n- y" },
    paragraph(text("z")),
  ]);
  expect(readMarkdown("```\nls")).toEqual([{ kind: "code", text: "ls" }]);
});

describe("links", () => {
  test("words lead to an address", () => {
    expect(readMarkdown("see [the **wiki**](https://wiki.example/b?a=1#c).")).toEqual([
      paragraph(
        text("see "),
        {
          kind: "link",
          href: "https://wiki.example/b?a=1#c",
          inner: [text("the "), { kind: "strong", inner: [text("wiki")] }],
        },
        text("."),
      ),
    ]);
  });

  test("an address alone is one, without the full stop behind it", () => {
    expect(readMarkdown("https://a.example/x. Or (http://b.example)")).toEqual([
      paragraph(
        { kind: "link", href: "https://a.example/x", inner: [text("https://a.example/x")] },
        text(". Or ("),
        { kind: "link", href: "http://b.example", inner: [text("http://b.example")] },
        text(")"),
      ),
    ]);
  });

  test("a link holds no other", () => {
    const [block] = readMarkdown("[go to https://b.example](https://a.example)");
    expect(block).toEqual(
      paragraph({
        kind: "link",
        href: "https://a.example",
        inner: [text("go to "), text("https://b.example")],
      }),
    );
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:x",
    " javascript:x",
    "java\nscript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a.example/x",
    "//a.example",
    "/settings",
    "x",
    "",
  ])("%j is no safe address", (address) => {
    expect(safeAddress(address)).toBeUndefined();
  });

  test.each(["https://a.example", "http://a.example", "mailto:ada@a.example", "tel:+441234"])(
    "%j is safe",
    (address) => {
      expect(safeAddress(address)).toBe(address);
    },
  );

  test("with an unsafe address it stays as it was typed", () => {
    expect(readMarkdown("[x](javascript:alert)")).toEqual([paragraph(text("[x](javascript:alert)"))]);
  });
});
