// The colours of the map come from the same tokens as the page (look.css); the browser resolves light and dark.

export interface Look {
  readonly sea: string;
  readonly land: string;
  readonly landLine: string;
  readonly areaLine: string;
  readonly border: string;
  readonly coast: string;
  readonly chosen: string;
  readonly paper: string;
  readonly ink: string;
  readonly territories: readonly string[];
  readonly font: string;
}

/** How many territory colours the tokens hold: --territory-0 to --territory-7. */
const COLOURS = 8;

export function lookOf(element: HTMLElement): Look {
  const probe = document.createElement("i");
  probe.hidden = true;
  element.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const look: Look = {
    sea: colour("sea"),
    land: colour("land"),
    landLine: colour("land-line"),
    areaLine: colour("area-line"),
    border: colour("territory-border"),
    coast: colour("territory-coast"),
    chosen: colour("ink"),
    paper: colour("surface"),
    ink: colour("ink"),
    territories: Array.from({ length: COLOURS }, (_, at) => colour(`territory-${at}`)),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return look;
}
