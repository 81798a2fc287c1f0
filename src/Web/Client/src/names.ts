// Every source, layer, image and event that the module names, once.

export const SOURCE = {
  land: "land",
  areas: "areas",
  borders: "territory-borders",
  chosen: "chosen-border",
  names: "territory-names",
  homes: "rep-homes",
} as const;

export const LAYER = {
  sea: "sea",
  land: "land-fill",
  landLine: "land-line",
  areas: "area-fill",
  areaLines: "area-lines",
  coast: "territory-coast",
  borders: "territory-borders",
  chosenCasing: "chosen-border-casing",
  chosen: "chosen-border",
  homes: "rep-homes",
  names: "territory-names",
} as const;

export const IMAGE = { home: "home" } as const;

/** Told on the document when the person changes between light and dark. */
export const LOOK_CHANGED = "bailiwick:look";
