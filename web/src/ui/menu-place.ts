interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const FROM_ANCHOR = 4;
const FROM_EDGE = 8;

/** Return where a menu goes so that all of it is on the screen: under its anchor, or above where there is no room. */
export function placeMenu(anchor: Box, menu: Size, screen: Size): { left: number; top: number } {
  const isTooFarRight = anchor.left + menu.width > screen.width - FROM_EDGE;
  const left = isTooFarRight ? anchor.right - menu.width : anchor.left;
  const under = anchor.bottom + FROM_ANCHOR;
  const above = anchor.top - FROM_ANCHOR - menu.height;
  const isTooLow = under + menu.height > screen.height - FROM_EDGE;
  return {
    left: within(left, screen.width - menu.width),
    top: within(isTooLow && above >= FROM_EDGE ? above : under, screen.height - menu.height),
  };
}

function within(place: number, room: number): number {
  return Math.max(FROM_EDGE, Math.min(place, room - FROM_EDGE));
}
