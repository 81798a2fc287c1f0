// The layers from the sea up, painted with the look. Colour and choice are feature state: geometry is sent once.

import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Look } from "./look";
import { IMAGE, LAYER, SOURCE } from "./names";

/** What the state of an area may hold. */
export interface AreaState {
  readonly colour?: number;
  readonly hover?: boolean;
  readonly dim?: boolean;
}

const state = (name: keyof AreaState): ExpressionSpecification => ["feature-state", name];

function territoryColour(look: Look): DataDrivenPropertyValueSpecification<string> {
  const cases = look.territories.flatMap((colour, at) => [at, colour]);
  return ["match", ["coalesce", state("colour"), -1], ...cases, look.land] as unknown as ExpressionSpecification;
}

export function layersOf(look: Look): LayerSpecification[] {
  return [
    { id: LAYER.sea, type: "background", paint: { "background-color": look.sea } },
    { id: LAYER.land, type: "fill", source: SOURCE.land, paint: { "fill-color": look.land, "fill-antialias": false } },
    { id: LAYER.landLine, type: "line", source: SOURCE.land, paint: { "line-color": look.landLine, "line-width": 0.75 } },
    {
      id: LAYER.areas,
      type: "fill",
      source: SOURCE.areas,
      paint: {
        "fill-color": territoryColour(look),
        "fill-opacity": ["case", ["boolean", state("hover"), false], 1, ["boolean", state("dim"), false], 0.35, 0.86],
        "fill-antialias": false,
      },
    },
    {
      id: LAYER.areaLines,
      type: "line",
      source: SOURCE.areas,
      paint: { "line-color": look.areaLine, "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.2, 8, 0.6, 11, 1] },
    },
    {
      id: LAYER.coast,
      type: "line",
      source: SOURCE.borders,
      filter: ["==", ["get", "kind"], "coast"],
      paint: { "line-color": look.coast, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.5, 9, 1.2] },
    },
    {
      id: LAYER.borders,
      type: "line",
      source: SOURCE.borders,
      filter: ["==", ["get", "kind"], "between"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": look.border, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 1.4, 7, 2.2, 11, 3] },
    },
    {
      id: LAYER.chosenCasing,
      type: "line",
      source: SOURCE.chosen,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": look.paper, "line-width": 5 },
    },
    {
      id: LAYER.chosen,
      type: "line",
      source: SOURCE.chosen,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": look.chosen, "line-width": 2.25 },
    },
    {
      id: LAYER.homes,
      type: "symbol",
      source: SOURCE.homes,
      layout: { "icon-image": IMAGE.home, "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
    {
      id: LAYER.names,
      type: "symbol",
      source: SOURCE.names,
      layout: {
        "text-field": ["get", "name"],
        "text-font": [look.font],
        "text-size": ["interpolate", ["linear"], ["zoom"], 3, 11.5, 8, 14],
        "text-max-width": 8,
        "text-padding": 4,
        "symbol-sort-key": ["get", "order"],
        "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
        "text-radial-offset": 0.6,
      },
      paint: { "text-color": look.ink, "text-halo-color": look.paper, "text-halo-width": 1.6 },
    },
  ];
}
