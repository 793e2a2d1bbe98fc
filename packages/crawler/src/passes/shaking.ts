import type { Pass } from './pass.ts';

/** What the page does when the device is moved. */
export interface ShakingFacts {
  /** Whether it changed what is shown. */
  readonly acts: boolean;
  /** Whether a control of the page looks like one that turns that off. */
  readonly canTurnOff: boolean;
  /** Whether the page has fields, or buttons that do something, which may do the same: shown, and that have a name. */
  readonly hasControls: boolean;
}

/** Moves the device, where the page listens to that. */
export const shaking: Pass<ShakingFacts> = async ({ call, evaluateAmong }) => {
  if (!(await call(listens))) return undefined;
  await evaluateAmong(`(() => {
    const send = (x) => {
      const rate = { alpha: x, beta: x, gamma: x };
      const by = { x, y: x, z: x };
      dispatchEvent(new DeviceMotionEvent('devicemotion', { acceleration: by, accelerationIncludingGravity: by, rotationRate: rate, interval: 16 }));
      dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: x, beta: x, gamma: x, absolute: false }));
      dispatchEvent(new DeviceOrientationEvent('deviceorientationabsolute', { alpha: x, beta: x, gamma: x, absolute: true }));
    };
    for (const x of [0, 40, -40, 80, 25]) send(x);
  })()`);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return call(answered);
};

/** Runs inside the page. */
function listens(): boolean {
  qa.mark();
  return ['devicemotion', 'deviceorientation', 'deviceorientationabsolute'].some((type) => type in qa.page);
}

/** Runs inside the page. */
function answered(): { acts: boolean; canTurnOff: boolean; hasControls: boolean } {
  const { shown, gone, isMarkup, isScroll } = qa.changes();
  const ACTS = /^(?:click|pointer|mouse|touch|key)/;
  const hears = (sources: Readonly<Record<string, string>>): boolean =>
    Object.keys(sources).some((type) => ACTS.test(type));
  /** A button out of any form, which nothing listens to, does nothing. */
  const isIdle = (control: Element): boolean =>
    control.matches('button') &&
    !control.form &&
    !hears(qa.page) &&
    !qa.heard.some(({ element, sources }) => element.contains(control) && hears(sources));
  return {
    acts: shown.length > 0 || gone.length > 0 || isMarkup || isScroll,
    canTurnOff: qa.hasControl(
      /motion|mouvement|shake|secou|tilt|inclin|sensor|capteur|d[ée]sactiv|disable|turn off|d[ée]tection|enable|activer/i,
    ),
    hasControls: qp
      .all('button,input:not([type=hidden]),select,[role=button],[role=slider],[role=switch]', 200)
      .some(
        (control) =>
          qa.isTabbable(control) &&
          qa.isSeen(control) &&
          qp.isExposed(control) &&
          qp.nameOf(control) !== '' &&
          !isIdle(control),
      ),
  };
}
