// The front of the map module: open a map in a frame, show a plan on it, choose a territory, close.

import "maplibre-gl/dist/maplibre-gl.css";
import { type Addresses, type Page, TerritoryMap, type Words } from "./territory-map";

export interface Options {
  /** BCP 47: how numbers are written. */
  readonly culture: string;
  readonly words: Words;
  readonly addresses: Addresses;
  /** The territory that is chosen from the start, or null. */
  readonly chosen: string | null;
}

/** Opens a map in the frame and shows the plan. The frame's `data-state` tells how far it is: loading, ready or failed. */
export function open(frame: HTMLElement, options: Options, page: Page): TerritoryMap {
  const map = new TerritoryMap(frame, options.culture, options.words, page);
  void map.show(options.addresses, options.chosen);
  return map;
}
