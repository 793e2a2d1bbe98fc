import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';

/** A page of less text than this holds no transcript of anything, in characters. */
const NO_TEXT = 250;

/** Who doesn’t hear or doesn’t see needs what a film or a recording says in another form. */
export const mediaInventory: Check = pageCheck({
  id: 'media-inventory',
  needs: 'html',
  codes: {
    'no-transcript': {
      items: [],
      severity: 'major',
      text: 'Cet enregistrement sonore n’a pas de transcription : la page n’en contient ni n’en propose. Écrire ce qui y est dit sur la page, ou sur une autre dont le lien est à côté.',
      rgaa: ['4.1'],
      rgaaTests: ['4.1.1'],
    },
    'read-transcript': {
      items: [],
      severity: 'info',
      text: 'Vérifier que ce média a une transcription textuelle ou une audiodescription, et qu’elles disent la même chose que lui.',
      rgaa: ['4.1', '4.2'],
      rgaaTests: ['4.1.1', '4.2.1'],
    },
    'read-captions': {
      items: [],
      severity: 'info',
      text: 'Aucun sous-titre n’est déclaré pour cette vidéo : vérifier que ses paroles sont sous-titrées dans l’image ou dans le lecteur, sinon ajouter des sous-titres.',
      rgaa: ['4.3'],
      rgaaTests: ['4.3.1'],
    },
    'subtitles-kind': {
      items: [],
      severity: 'minor',
      text: 'Les sous-titres de cette vidéo se déclarent comme une traduction (kind="subtitles", ou rien), qui ne dit pas les bruits utiles : si ce sont ceux de qui n’entend pas, écrire kind="captions" sur la balise <track> ; sinon, en ajouter.',
      rgaa: ['4.3'],
      rgaaTests: ['4.3.2'],
    },
    'read-faithful': {
      items: [],
      severity: 'info',
      text: 'Vérifier que les sous-titres de cette vidéo disent tout ce qui s’entend d’utile, au bon moment.',
      rgaa: ['4.4'],
      rgaaTests: ['4.4.1'],
    },
    'read-description': {
      items: [],
      severity: 'info',
      text: 'Vérifier si des informations ne passent que par l’image ; si oui, une audiodescription est nécessaire, et doit être fidèle.',
      rgaa: ['4.5', '4.6'],
      rgaaTests: ['4.5.1', '4.6.1'],
    },
    'unknown-media': {
      items: [],
      severity: 'major',
      text: 'Rien ne dit ce qu’est ce média : il n’a pas de nom, et la page ne contient aucun texte. Le présenter par un titre ou une phrase, juste avant.',
      rgaa: ['4.7'],
      rgaaTests: ['4.7.1'],
      act: ['8fc3b6'],
    },
    'read-name': {
      items: [],
      severity: 'info',
      text: 'Vérifier qu’un titre ou une phrase, juste avant, dit ce qu’est ce média, et que son lecteur s’utilise avec un lecteur d’écran.',
      rgaa: ['4.7', '4.13'],
      rgaaTests: ['4.7.1', '4.13.1'],
    },
    'read-alternative': {
      items: [],
      severity: 'info',
      text: 'Vérifier que cette animation ou cet objet a une alternative, dans la page ou par un lien, et qu’elle est fidèle.',
      rgaa: ['4.8', '4.9'],
      rgaaTests: ['4.8.1', '4.9.1'],
    },
  },
  applies: (page) => (contentOf(page)?.media.media.length ?? 0) > 0,
  *judge(page) {
    const { media = [], hasTranscript = false, letters = 0 } = contentOf(page)?.media ?? {};
    const hasFilm = media.some(({ kind }) => kind === 'video');
    for (const { kind, source, tracks, isMuted, isUnknown, selector, line, zone } of media) {
      const at = { place: { selector, line, zone }, quote: source, cause: source };
      if (kind === 'canvas' || kind === 'object') {
        yield cantTell('read-alternative', {}, at);
        continue;
      }
      const isSound = kind === 'audio' || kind === 'sound-file';
      // Beside a film, it may be what describes it.
      if (isSound && !hasFilm && !hasTranscript && letters < NO_TEXT && source !== '')
        yield failed('no-transcript', {}, at);
      else yield cantTell('read-transcript', {}, at);
      // The words of a link say what it leads to, and its player is not the page’s.
      if (isUnknown && letters === 0) yield failed('unknown-media', {}, at);
      else if (kind !== 'sound-file' && kind !== 'film-file') yield cantTell('read-name', {}, at);
      if (isSound) continue;
      const hasSubtitles = tracks.includes('subtitles');
      // A film without its sound has nothing to be captioned, and its texts may be of any kind.
      if (hasSubtitles && !tracks.includes('captions') && !isMuted) yield failed('subtitles-kind', {}, at);
      const hasCaptions = hasSubtitles || tracks.includes('captions');
      yield cantTell(hasCaptions ? 'read-faithful' : 'read-captions', {}, at);
      yield cantTell('read-description', {}, at);
    }
  },
});
