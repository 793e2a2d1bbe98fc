import type { SeenPlace } from './kit.ts';

/** Signs and words that their colour hides. */
export interface PaleFacts {
  /** Fields whose hint is too pale, one of each component, at most 10. */
  readonly placeholders: readonly (SeenPlace & { readonly ratio: number; readonly needed: number })[];
  /** Controls known by a drawing alone, too pale, one of each component, at most 10. */
  readonly icons: readonly (SeenPlace & { readonly ratio: number })[];
}

/** Looks at the hints of empty fields and at drawings that stand for words. Runs inside the page. */
export function pale(): PaleFacts {
  const MOST = 10;
  const placeholders = new Map<string, PaleFacts['placeholders'][number]>();
  for (const element of qp.all('input[placeholder],textarea[placeholder]', 200)) {
    const field = element as HTMLInputElement;
    if (placeholders.size >= MOST || field.value !== '' || !/\S/.test(field.placeholder)) continue;
    if (field.matches(':disabled') || !qp.isVisible(field)) continue;
    const component = qp.componentOf(field);
    const behind = placeholders.has(component) ? null : qp.behind(field);
    const { color, opacity, fontSize } = getComputedStyle(field, '::placeholder');
    const [r, g, b, alpha] = qp.rgbaOf(color);
    const share = alpha * Number(opacity);
    // Not shown, as where the label stands in its place.
    if (!behind || share < 0.05) continue;
    const ratio = qp.contrastOf(qp.over([r, g, b, share], behind), behind);
    const needed = Number.parseFloat(fontSize) >= 24 ? 3 : 4.5;
    if (ratio < needed && ratio > 1.05 && !qp.isLaidOver(field))
      placeholders.set(component, { ...qp.placeOf(field), ratio: Math.floor(ratio * 100) / 100, needed });
  }

  const icons = new Map<string, PaleFacts['icons'][number]>();
  const SHAPES = 'path,circle,ellipse,rect,line,polygon,polyline';
  for (const element of qp.all('button,a[href],[role=button]', 1_000)) {
    if (icons.size >= MOST) break;
    const drawing = element.querySelector('svg');
    if (!drawing || /\S/.test(element.textContent) || element.matches(':disabled,[aria-disabled=true]'))
      continue;
    if (element.querySelector('img,use,image,text,[style*=background]') || !qp.isVisible(drawing)) continue;
    if (['::before', '::after'].some((pseudo) => getComputedStyle(element, pseudo).content !== 'none'))
      continue;
    const component = qp.componentOf(element);
    const behind = icons.has(component) ? null : qp.behind(drawing);
    const shapes = [...drawing.querySelectorAll(SHAPES)].slice(0, 50);
    if (!behind || shapes.length === 0) continue;
    const ratios = shapes.flatMap((shape) => {
      const { fill, fillOpacity, stroke, strokeOpacity, opacity, filter } = getComputedStyle(shape);
      const isPlain = opacity === '1' && fillOpacity === '1' && strokeOpacity === '1' && filter === 'none';
      // What a gradient or a veil shows is not one colour.
      if (!isPlain || /url\(|context/.test(fill + stroke)) return [21];
      return [fill, stroke].flatMap((colour) => {
        const seen = qp.rgbaOf(colour === 'none' ? 'transparent' : colour);
        return seen[3] === 0 ? [] : [qp.contrastOf(qp.over(seen, behind), behind)];
      });
    });
    const best = Math.max(1, ...ratios);
    // A drawing of the colour of nothing is none: the control is known otherwise.
    if (best < 3 && best > 1.05 && !qp.isLaidOver(drawing))
      icons.set(component, { ...qp.placeOf(element), ratio: Math.floor(best * 100) / 100 });
  }
  return { placeholders: [...placeholders.values()], icons: [...icons.values()] };
}
