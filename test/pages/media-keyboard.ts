import { casesOf, type Case } from './case.ts';

export const mediaKeyboard: readonly Case[] = casesOf('media-keyboard', '4.11', {
  failed: [
    {
      title: 'a video that only a click starts',
      body: '<video id="v" width="320" height="180" src="v.mp4"></video><script>v.addEventListener("click", () => v.paused ? v.play() : v.pause())</script>',
    },
  ],
  passed: [
    {
      title: 'a video with its controls',
      body: '<video controls width="320" height="180" src="v.mp4"></video>',
    },
    {
      title: 'a video with a button',
      body: '<video id="v" width="320" height="180" src="v.mp4"></video><button type="button" onclick="v.play()">Lecture</button><script>v.addEventListener("click", () => v.play())</script>',
    },
  ],
});
