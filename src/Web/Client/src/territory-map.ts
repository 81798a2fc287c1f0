// One map in one frame. Data comes by fetch; to the page go only the ids of what was chosen.

import { AttributionControl, type GeoJSONSource, Map as MapLibre, type MapMouseEvent, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { type AreaCollection, ask, type PlanAreas, type PlanTerritories, type Reps } from "./answers";
import { collection, Drawing, type Ground, groundOf, homesOf } from "./drawing";
import { homeIcon } from "./icons";
import { type AreaState, layersOf } from "./layers";
import { type Look, lookOf } from "./look";
import { IMAGE, LAYER, LOOK_CHANGED, SOURCE } from "./names";
import type { Box } from "./places";
import { Tip, type TipWords } from "./tip";

setWorkerUrl(workerUrl);

/** The page's side, by Blazor's name for it. */
export interface Page {
  invokeMethodAsync(method: "Choose", territory: string | null): Promise<void>;
}

/** Where to fetch what; null where there is nothing. */
export interface Addresses {
  readonly boundaries: string;
  readonly areas: string;
  readonly territories: string;
  readonly reps: string;
  readonly land: string | null;
  /** The country whose land the boundary set draws itself, more finely. */
  readonly landWithout: string | null;
}

export interface Words extends TipWords {
  readonly label: string;
  /** Whether area names are wanted in Chinese where there is one. */
  readonly isChinese: boolean;
  readonly sources: string;
  /** MapLibre's own words, by its keys. */
  readonly controls: Record<string, string>;
}

type State = "loading" | "ready" | "failed";

const NOBODY = -1;
const NARROW = 700;
const PANEL = 336;

export class TerritoryMap {
  readonly #frame: HTMLElement;
  readonly #page: Page;
  readonly #tip: Tip;
  readonly #map: MapLibre;
  readonly #loaded: Promise<void>;
  readonly #grounds = new Map<string, Ground>();
  readonly #relook = (): void => this.#paint();
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  readonly #words: Words;
  #asking = new AbortController();
  #look: Look;
  #drawing: Drawing | null = null;
  #chosen: string | null = null;
  #hovered = NOBODY;

  constructor(frame: HTMLElement, culture: string, words: Words, page: Page) {
    this.#frame = frame;
    this.#page = page;
    this.#words = words;
    this.#look = lookOf(frame);
    this.#tip = new Tip(frame, culture, words);
    this.#map = new MapLibre({
      container: frame.querySelector<HTMLElement>("[data-map-canvas]")!,
      style: { version: 8, sources: {}, layers: [] },
      center: [0, 20],
      zoom: 1,
      attributionControl: false,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      rollEnabled: false,
      fadeDuration: 0,
      // On a phone one finger scrolls the page; the map asks for two.
      cooperativeGestures: frame.clientWidth < NARROW,
      locale: words.controls,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.getCanvas().setAttribute("aria-label", words.label);
    this.#map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    this.#map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    this.#map.addControl(new AttributionControl({ compact: false, customAttribution: words.sources }), "bottom-right");
    this.#loaded = new Promise((done) => this.#map.once("load", () => done()));
    this.#listen();
  }

  /** Fetches and draws a plan. A later call overtakes an earlier one. */
  async show(addresses: Addresses, chosen: string | null): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const stop = this.#asking.signal;
    this.#tell("loading");
    try {
      const [ground, plan, figures, reps] = await Promise.all([
        this.#groundAt(addresses.boundaries, stop),
        ask<PlanAreas>(addresses.areas, stop),
        ask<PlanTerritories>(addresses.territories, stop),
        ask<Reps>(addresses.reps, stop),
        this.#loaded,
      ]);
      this.#tip.setCurrency(figures.currency);
      this.#draw(new Drawing(ground, plan, new Map(figures.territories.map((line) => [line.id, line]))), reps);
      this.choose(chosen);
      this.#map.once("idle", () => this.#tell("ready"));
      await this.#drawLand(addresses, stop);
    } catch (trouble) {
      if (!stop.aborted) {
        console.error(trouble);
        this.#tell("failed");
      }
    }
  }

  /** Chooses a territory by its id, or none; unknown ids choose none. */
  choose(id: string | null): void {
    const drawing = this.#drawing;
    this.#chosen = id;
    if (drawing === null) {
      return;
    }

    const territory = drawing.indexOf(id);
    this.#source(SOURCE.chosen).setData(territory === NOBODY ? collection() : drawing.outline(territory));
    drawing.plan.areas.forEach((owner, area) => this.#set(area, { dim: territory !== NOBODY && owner !== territory }));
    this.#frame.dataset["chosen"] = territory === NOBODY ? "" : id!;
    this.#goTo(territory === NOBODY ? drawing.firstBox() : drawing.box(territory));
  }

  close(): void {
    this.#asking.abort();
    document.removeEventListener(LOOK_CHANGED, this.#relook);
    this.#dark.removeEventListener("change", this.#relook);
    this.#tip.close();
    this.#map.remove();
  }

  async #groundAt(address: string, stop: AbortSignal): Promise<Ground> {
    const known = this.#grounds.get(address);
    if (known !== undefined) {
      return known;
    }

    const ground = groundOf(await ask<AreaCollection>(address, stop));
    this.#grounds.set(address, ground);
    return ground;
  }

  #draw(drawing: Drawing, reps: Reps): void {
    const isNewGround = this.#drawing?.ground !== drawing.ground;
    this.#drawing = drawing;
    if (this.#map.getSource(SOURCE.areas) === undefined) {
      for (const source of Object.values(SOURCE)) {
        this.#map.addSource(source, { type: "geojson", data: collection(), ...(source === SOURCE.areas ? { tolerance: 0.2 } : {}) });
      }

      const { image, pixelRatio } = homeIcon(this.#look);
      this.#map.addImage(IMAGE.home, image, { pixelRatio });
      layersOf(this.#look).forEach((layer) => this.#map.addLayer(layer));
    }

    if (isNewGround) {
      this.#source(SOURCE.areas).setData(drawing.ground.shapes);
      this.#map.removeFeatureState({ source: SOURCE.areas });
      this.#goTo(drawing.firstBox(), false);
    }

    this.#source(SOURCE.borders).setData(drawing.borders());
    this.#source(SOURCE.names).setData(drawing.names());
    this.#source(SOURCE.homes).setData(homesOf(reps));
    drawing.plan.areas.forEach((territory, area) => this.#set(area, { colour: drawing.plan.territories[territory]?.colour ?? NOBODY }));
  }

  async #drawLand({ land, landWithout }: Addresses, stop: AbortSignal): Promise<void> {
    if (land !== null) {
      const shapes = await ask<AreaCollection>(land, stop);
      this.#source(SOURCE.land).setData(collection(shapes.features.filter((country) => country.properties.code !== landWithout)));
    }
  }

  #paint(): void {
    this.#look = lookOf(this.#frame);
    if (this.#map.getSource(SOURCE.areas) === undefined) {
      return;
    }

    this.#map.updateImage(IMAGE.home, homeIcon(this.#look).image);
    for (const layer of layersOf(this.#look)) {
      for (const [property, value] of Object.entries(layer.paint ?? {})) {
        this.#map.setPaintProperty(layer.id, property as Parameters<MapLibre["setPaintProperty"]>[1], value);
      }
    }
  }

  #listen(): void {
    document.addEventListener(LOOK_CHANGED, this.#relook);
    this.#dark.addEventListener("change", this.#relook);
    this.#map.on("mousemove", (event) => this.#hover(event));
    this.#map.on("mouseout", () => this.#leave());
    this.#map.on("movestart", () => this.#tip.hide());
    this.#map.on("click", (event) => {
      const territory = this.#territoryUnder(event);
      const id = this.#drawing?.plan.territories[territory]?.id ?? null;
      void this.#page.invokeMethodAsync("Choose", id === this.#chosen ? null : id);
    });
  }

  #hover(event: MapMouseEvent): void {
    const drawing = this.#drawing;
    if (drawing === null) {
      return;
    }

    const { x, y } = event.point;
    const [hit] = this.#map.queryRenderedFeatures(event.point, { layers: [LAYER.homes, LAYER.areas] });
    const area = hit?.layer.id === LAYER.areas ? (hit.id as number) : NOBODY;
    const territory = drawing.territoryAt(area);
    this.#lift(territory);
    const line = drawing.lineAt(territory);
    if (hit?.layer.id === LAYER.homes) {
      this.#tip.home(String(hit.properties["name"]), x, y);
    } else if (line !== undefined) {
      const { name, zh } = drawing.ground.shapes.features[area]!.properties;
      const place = this.#words.isChinese && zh !== undefined ? zh : name;
      this.#tip.territory(line, this.#look.territories[drawing.plan.territories[territory]!.colour]!, place, x, y);
    } else {
      this.#tip.hide();
    }

    this.#map.getCanvas().style.cursor = line === undefined ? "" : "pointer";
  }

  #leave(): void {
    this.#lift(NOBODY);
    this.#tip.hide();
  }

  #lift(territory: number): void {
    if (territory === this.#hovered) {
      return;
    }

    this.#drawing?.areasOf[this.#hovered]?.forEach((area) => this.#set(area, { hover: false }));
    this.#drawing?.areasOf[territory]?.forEach((area) => this.#set(area, { hover: true }));
    this.#hovered = territory;
  }

  #territoryUnder(event: MapMouseEvent): number {
    const [area] = this.#map.queryRenderedFeatures(event.point, { layers: [LAYER.areas] });
    return area === undefined ? NOBODY : (this.#drawing?.territoryAt(area.id as number) ?? NOBODY);
  }

  #set(area: number, state: AreaState): void {
    this.#map.setFeatureState({ source: SOURCE.areas, id: area }, state);
  }

  #source(id: string): GeoJSONSource {
    return this.#map.getSource<GeoJSONSource>(id)!;
  }

  #goTo(box: Box | null, animate = true): void {
    if (box !== null) {
      const isNarrow = this.#frame.clientWidth < NARROW;
      const edge = isNarrow ? 16 : 36;
      // The panel of the chosen territory lies over the right of a wide map.
      const right = this.#frame.dataset["chosen"] && !isNarrow ? PANEL : edge;
      this.#map.fitBounds([box.west, box.south, box.east, box.north], { padding: { top: edge, bottom: edge, left: edge, right }, animate, duration: 450 });
    }
  }

  #tell(state: State): void {
    this.#frame.dataset["state"] = state;
  }
}
