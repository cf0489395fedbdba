import { expect, test } from "vitest";
import { placeMenu } from "./menu-place";

const MENU = { width: 232, height: 180 };
const SCREEN = { width: 800, height: 600 };

function buttonAt(left: number, top: number) {
  return { left, top, right: left + 28, bottom: top + 28 };
}

test("a menu stands under its button, edge to edge", () => {
  expect(placeMenu(buttonAt(100, 50), MENU, SCREEN)).toEqual({ left: 100, top: 82 });
});

test("at the right it goes by the button's other edge", () => {
  expect(placeMenu(buttonAt(700, 50), MENU, SCREEN).left).toBe(496);
});

test("at the bottom it stands above", () => {
  expect(placeMenu(buttonAt(100, 560), MENU, SCREEN).top).toBe(376);
});

test("where there is room neither below nor above, all of it is still on the screen", () => {
  expect(placeMenu(buttonAt(2, 90), MENU, { width: 240, height: 200 })).toEqual({ left: 8, top: 12 });
});
