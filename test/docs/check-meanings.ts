/** Why each check is there, for who reads the report. A check without its sentence, or the reverse, fails the tests. */
export const checkMeanings: Readonly<Record<string, string>> = {
  acronyms:
    'Les sigles que les visiteurs rencontrent avant qu’on leur dise ce qu’ils désignent, les plus répandus d’abord.',
  'alert-banner':
    'Personne d’autre que la préfecture ne peut essayer son bandeau d’alerte : elle reçoit le mode d’emploi et les pages à surveiller.',
  'alt-quality':
    'Qui ne voit pas une image entend son texte de remplacement : un nom de fichier ou « image » ne lui dit rien.',
  'aria-references':
    'Un nom ou une description écrits ailleurs dans la page doivent y être, et un nom n’être donné qu’à ce qui peut en avoir un.',
  'autocomplete-missing':
    'Le navigateur remplit un champ à la place de qui tape difficilement, si le champ dit ce qu’il attend.',
  'autoplay-audio': 'Un son qui démarre seul couvre la voix du lecteur d’écran.',
  axe: 'Ce qu’axe-core trouve dans la page affichée, par critère du RGAA. Seules les règles qui prouvent un manquement peuvent mettre une page en défaut ; les autres sont à apprécier par une personne.',
  'badge-figures':
    'Un badge montre ce que dit son fichier de résultats ; s’il porte ses propres résultats, ils s’accordent avec ce fichier.',
  'booking-entry':
    'La première page du module de rendez-vous répond, sur un site de l’État : des sites d’imitation revendent les créneaux. Seuls les liens du site sont regardés, rien n’est demandé au-delà de leur adresse.',
  'booking-link':
    'Qui lit une démarche reçue sur rendez-vous y trouve comment le prendre : un lien du texte vers le module, ou vers une page du site qui y mène. Les menus communs à toutes les pages ne comptent pas.',
  'booking-page':
    'Ce que dit, avant de réserver, la page qui mène au rendez-vous : c’est gratuit, comment faire sans l’internet, comment annuler, quoi apporter. Un mot trouvé ne prouve rien de l’organisation : une personne lit l’extrait.',
  'button-label': 'Qui commande à la voix dit ce que le bouton montre.',
  'button-quality': 'Entendu hors de son contexte, un bouton doit dire ce qu’il fait.',
  'captcha-inventory': 'Une image à recopier écarte qui ne la voit pas, sauf s’il existe un autre moyen.',
  'color-only-inventory':
    'Qui ne distingue pas le rouge du vert, ou écoute la page, ne sait pas lesquels sont rouges.',
  'color-pair':
    'Qui choisit sa propre couleur de fond ne lit plus un texte dont la page n’a fixé que la couleur.',
  'comarquage-mention':
    'Qui republie une fiche nationale nomme sa source et sa date : la licence et l’article L322-1 du CRPA demandent les deux. Le « Mis à jour le » de l’outil de publication n’est pas la date de la fiche.',
  'coming-closings':
    'Les jours fériés des 60 prochains jours et les fermetures de la configuration, comparés à ce que les pages annoncent. Un changement que personne n’a écrit dans la configuration est à signaler par les services.',
  'complaint-way':
    'Qui est mécontent trouve où le dire : un objet du formulaire de contact, ou une page. De simples mots dans un texte ne suffisent pas ; ceux de la page de contact qui disent comment faire sont à apprécier par une personne.',
  'complex-image-inventory':
    'Un graphique ou une carte en disent plus qu’un texte de remplacement : le détail doit être écrit quelque part.',
  'complex-table-summary':
    'Qui ne voit pas d’un coup d’œil un tableau à plusieurs niveaux doit lire comment il est fait.',
  'contact-form-fields':
    'Chaque champ du formulaire de contact dit ce qu’il attend, à qui le voit et à qui l’entend. Une indication qui s’efface dès qu’on tape n’est pas une étiquette (RGAA 11.1).',
  'contact-form-keyboard':
    'Le formulaire de contact se remplit sans souris : ce que le parcours à la touche Tab y a rencontré.',
  'contact-link':
    'Chaque page mène au formulaire de contact, par un lien qui porte ce nom ou vers la page de la configuration. « Contacts presse » est pour d’autres.',
  'contact-other-way':
    'Qui ne peut pas utiliser le formulaire trouve sur la même page comment joindre quelqu’un (Services Publics +, engagement 2). L’envoi d’un message d’essai revient à une personne.',
  'context-change':
    'Rien ne s’ouvre, ne part ni ne change de page parce qu’un champ a reçu le curseur ou changé, ou que la souris est passée, sauf si c’est annoncé.',
  'contrast-states':
    'Un texte posé sur une image, ou un lien survolé, doivent se lire aussi bien que les autres.',
  'cryptic-content': 'Des signes qui forment un dessin sont lus un par un par le lecteur d’écran.',
  'css-content': 'Les mots ajoutés par une feuille de style n’existent pas pour qui lit sans elle.',
  'css-off-order':
    'Le lecteur d’écran dit la page dans l’ordre où elle est écrite, quel que soit celui que montre la feuille de style.',
  'dead-link':
    'Un lien doit mener quelque part. Seule une page absente ou un hôte inconnu le prouve mort : un refus ou une panne ne vise parfois que l’audit, ou sera passé dans une heure, et une personne ouvre le lien.',
  'decorative-image-conflict': 'Une image ne peut pas être à la fois décorative et porteuse d’information.',
  'device-motion':
    'Ce qui se fait en secouant ou en inclinant l’appareil doit pouvoir se faire autrement, et se désactiver.',
  'digital-desk': 'Le point numérique est présenté : où il est, quand il ouvre, quelle aide on y trouve.',
  'directory-contacts':
    'Les adresses et téléphones que la préfecture déclare, à côté de ceux de l’annuaire de l’administration. L’un ou l’autre peut être en retard : les deux sont montrés, sans dire lequel a raison. Les horaires sont comparés ailleurs.',
  'disclosure-state':
    'Qui ne voit pas doit entendre qu’un bouton a ouvert quelque chose, ou qu’il est enfoncé.',
  doctype:
    'Sans déclaration de type de document, ou avec une du siècle dernier, le navigateur dessine la page selon les règles de 1998.',
  'document-accessibility':
    'Les documents lus en entier, chacun sur les pages qui y mènent. Ce qui manque est prouvé ; qu’un document soit accessible ne l’est jamais.',
  'document-alternatives':
    'Deux versions d’un document doivent dire la même chose : seule une personne peut les comparer.',
  'document-links':
    'On doit savoir ce que l’on va télécharger, et l’obtenir. La vignette et le nom d’un même document, au même endroit, sont jugés ensemble.',
  'document-review':
    'Ce qui a été lu dans les documents : une personne ouvre les plus récents et dit si l’on pourrait s’en servir sans les voir.',
  'download-review':
    'Le résultat de chaque téléchargement : une personne voit si le fichier est bien ce qu’annonce son lien.',
  'email-purpose': 'Chaque adresse électronique d’un service dit pour quoi lui écrire.',
  'fake-list':
    'Le lecteur d’écran dit combien d’éléments compte une liste et permet de la passer, si c’en est vraiment une dans le code.',
  'feedback-link': 'Le site mène là où les usagers donnent leur avis : un lien, et une page qui répond.',
  'field-grouping': '« Oui » et « Non » ne veulent rien dire loin de leur question : le groupe la rappelle.',
  'figure-caption':
    'Une légende doit être dite avec son image : le RGAA demande un rôle et un nom sur la figure.',
  'focus-visible':
    'Qui avance au clavier doit voir où il est : quelque chose change à l’écran quand un élément est atteint.',
  'form-errors': 'Qui s’est trompé dans un formulaire doit apprendre dans quel champ, et ce qui ne va pas.',
  'form-inventory':
    'Ce que l’on envoie à une administration engage : une personne vérifie qu’on peut le relire et le corriger avant.',
  'frame-title-quality': 'Qui ne voit pas un cadre décide, d’après son titre, d’y entrer ou non.',
  'gesture-inventory':
    'Ce qui se fait d’un geste doit pouvoir se faire par de simples appuis : à regarder par une personne.',
  'heading-structure':
    'Qui ne voit pas la page va de titre en titre : ils doivent être marqués comme tels et annoncer la suite. Le RGAA n’exige ni un niveau 1 ni chaque niveau.',
  'hidden-focusable':
    'Ce qui est caché à l’œil ou à l’oreille doit l’être à dessein, et rien de caché ne doit recevoir le curseur.',
  'home-freshness':
    'Une date passée en page d’accueil est signalée à qui la relit chaque trimestre : ce qu’elle annonce est peut-être terminé. La date d’un article, les lois, les années entières et ce qui est dit au passé ne comptent pas.',
  'hover-content':
    'Ce qui s’affiche au passage de la souris doit s’afficher aussi au clavier, se fermer à la demande, et rester le temps de la lecture.',
  'html-validity':
    'Chaque navigateur et chaque lecteur d’écran répare à sa façon un code invalide : un élément peut être dit deux fois, au mauvais endroit, ou pas du tout.',
  'image-alt-inventory':
    'Les dessins faits par du code (SVG, canvas) ne sont annoncés comme images que si le code le dit.',
  'image-review':
    'Seuls des yeux voient si un texte de remplacement dit ce que montre l’image : les deux sont mis côte à côte, les douteux d’abord. Les images sans texte relèvent d’axe.',
  'keyboard-reach': 'Ce que fait la souris, le clavier doit pouvoir le faire.',
  'keyboard-review':
    'Le parcours à la touche Tab là où les lecteurs en ont le plus besoin ; Entrée, Échap et le bon sens de l’ordre sont à essayer par une personne.',
  'keyboard-trap': 'Qui arrive quelque part au clavier doit pouvoir en sortir.',
  'label-consistency': 'La même chose demandée deux fois doit l’être avec les mêmes mots.',
  'label-mention':
    'Ce que les pages qualité, l’accueil et le badge disent du label s’accorde avec la configuration : nom, dates, modules. Les actualités et l’historique disent le passé : seul ce qui est affirmé pour aujourd’hui est jugé.',
  'label-proximity':
    'Qui agrandit l’écran voit un champ ou son étiquette, pas les deux, s’ils ne sont pas côte à côte.',
  'label-quality':
    'Ce que demande un champ doit être dit par son étiquette, entendue en y arrivant et toujours là une fois qu’il est rempli.',
  'language-change':
    'Le lecteur d’écran change de voix là où la langue est marquée : de l’anglais lu par une voix française ne se comprend pas.',
  'layout-table':
    'Un tableau qui ne sert qu’à placer est annoncé comme des données, ligne par ligne, s’il ne dit pas qu’il n’en est pas un.',
  'legal-notice':
    'On doit pouvoir savoir qui publie le site, qui en répond et qui l’héberge. Un mot trouvé ne prouve rien de ce qu’il introduit : une personne lit la page.',
  'link-in-text-visible':
    'Qui ne distingue pas les couleurs doit voir malgré tout quels mots d’un texte sont des liens.',
  'link-text-quality': 'Le lecteur d’écran liste les liens hors de leur texte : chacun doit dire où il mène.',
  'local-authorities':
    'Ce que donnent les pages destinées aux collectivités, quand le label porte sur ce module.',
  'main-heading': 'Un titre principal dit où l’on est arrivé ; les autres sont d’un niveau inférieur.',
  'media-inventory':
    'Qui n’entend pas ou ne voit pas a besoin, sous une autre forme, de ce que disent un film ou un enregistrement.',
  'media-keyboard':
    'Qui avance au clavier doit pouvoir lancer et arrêter une vidéo, et se servir de ce qui est dessiné ou intégré.',
  'moving-content':
    'Ce qui bouge seul plus de cinq secondes doit pouvoir s’arrêter : beaucoup de personnes ne peuvent pas lire à côté.',
  'named-people':
    'Les noms et fonctions cités par les pages, en commençant par les personnes que la configuration dit parties.',
  'navigation-consistency':
    'Un menu qui se déplace ou change d’ordre est à rechercher sur chaque page par qui en voit peu à la fois. La page d’accueil peut différer, comme une page qui a un autre menu : elle n’est pas de l’ensemble.',
  'new-window':
    'Qui ne voit pas la fenêtre s’ouvrir perd le chemin du retour. Le RGAA demande seulement qu’aucune ne s’ouvre seule (13.2) : un lien qui en ouvre une est un conseil, sous aucun critère, et jamais une faute.',
  'nontext-contrast': 'Un champ qui se confond avec la page n’est pas trouvé par qui voit mal.',
  'offline-help':
    'Qui ne peut pas utiliser l’internet apprend qu’une aide existe ailleurs, et comment la joindre (Services Publics +, engagement 2).',
  optgroup: 'Un groupe d’options se lit par son nom.',
  orientation: 'Qui a fixé son appareil doit pouvoir lire la page dans le sens où il le tient.',
  'page-errors':
    'Une page ouverte dans un navigateur montre tout ce qu’elle contient. Le navigateur de l’audit est sans réseau : une erreur ne compte que là où rien n’a été retenu.',
  'page-language':
    'Le lecteur d’écran prend sa voix de la langue déclarée. Une autre langue que le français n’est pas une faute : la page peut être écrite dans cette langue.',
  'page-speed':
    'On attend partout ce qui est lourd ; ce qui est lent aujourd’hui sera peut-être rapide demain, et dépend du réseau de l’audit. Seul le poids met en défaut, et aucun temps n’est dit : deux audits du même site trouvent la même chose.',
  'page-structure':
    'Le lecteur d’écran va droit à l’en-tête, au menu, à la partie principale ou au pied de page, s’ils sont marqués.',
  'page-title':
    'Le titre est ce que disent d’abord un onglet, un favori, un moteur de recherche et un lecteur d’écran : il annonce le sujet. Qu’il n’ait aucun mot de la page est un doute ; qu’il soit celui que laisse un outil est une faute.',
  'personal-data-notice':
    'Qui donne ses données pour réserver ou écrire apprend ce qu’elles deviennent (RGPD, article 13), sur la page du formulaire ou à un clic.',
  'phone-number':
    'Les numéros à appeler : jamais surtaxés (loi n° 2018-727, article 28), et chacun avec ce à quoi il sert (Services Publics +, engagement 2).',
  'plain-language':
    'Les démarches vers lesquelles mènent le plus de pages, avec ce qui peut arrêter leurs lecteurs.',
  'pointer-down': 'Qui appuie au mauvais endroit doit pouvoir s’en écarter avant de relâcher.',
  'popup-on-load': 'Une fenêtre qui s’ouvre seule égare qui ne la voit pas.',
  'presentational-attributes':
    'Une apparence écrite dans la page ne peut pas être changée par qui a besoin d’autres couleurs, tailles ou alignements.',
  'presentational-markup':
    'Le lecteur d’écran annonce ce que veulent dire les éléments : celui qui ne sert qu’à l’apparence est annoncé pour rien.',
  'privacy-policy':
    'Qui donne ses données personnelles apprend pourquoi, pour combien de temps, et à qui s’adresser : une personne dit si le contact est le bon.',
  'promised-delays':
    'Les délais de réponse promis par le site, comparés à ceux auxquels la préfecture s’est engagée (`delays` dans la configuration). Seules comptent les phrases sur les réponses, non la durée d’une démarche.',
  'published-results':
    'Les résultats publiés sur les pages qualité, en tableaux et en badges : entiers, et pas trop anciens.',
  'quality-evidence':
    'Ce que les pages qualité donnent à qui décide : engagements, enquête, bilan annuel, comité, résultats nationaux.',
  'quote-markup':
    'Le lecteur d’écran dit où une citation commence et finit, si elle est marquée comme telle.',
  'reception-mode':
    'La façon dont chaque démarche est reçue se lit par une personne : les pages à ouvrir, et ce qu’elles en disent.',
  'reception-site':
    'Ce que chaque site d’accueil doit à qui vient : adresse, horaires, accès, affluence, accessibilité. Les sites sont ceux de la configuration ; les pages sont lues sous les titres qui les nomment.',
  'reference-links': 'Qui s’est trompé de porte trouve au pied de chaque page les grands sites de l’État.',
  'reflow-320':
    'Qui agrandit le texte à 400 %, ou lit sur un petit téléphone, ne doit pas défiler sur le côté à chaque ligne.',
  'rubric-reach':
    'Une rubrique utile aux visiteurs s’atteint par les menus et les liens, en peu de clics et sans le plan du site.',
  'search-consistency':
    'Qui compte sur la recherche la cherche là où elle était à la page d’avant. Un site qui n’en a pas n’est pas concerné.',
  'sensory-words': '« Le bouton de droite » ne dit rien à qui écoute la page ou la voit sur une colonne.',
  'sheet-amounts':
    'Ce qu’une page dit du prix d’une démarche, à côté de la fiche nationale, est rarement relu quand le prix change. Un montant que la fiche n’a pas peut être un tarif local, une amende ou un autre cas : une personne compare.',
  'sheet-copy':
    'Un texte national recopié dans une page locale y vieillit, et ne dit rien de sa source. Les mots de la loi, communs à bien des fiches, ne sont pas un signe ; trois paragraphes entiers d’une même fiche en sont un.',
  'sheet-coverage':
    'Chaque démarche de la configuration a sa page. Celle dont l’adresse est donnée est demandée, et dite absente si son serveur le dit (404, 410) et qu’aucune autre page n’en traite ; sinon elle est cherchée par sa fiche, puis par ses mots. Seul un audit qui n’a rien laissé de côté prouve qu’une page manque.',
  'sheet-date':
    'La date sous une fiche doit être celle de la source : elle dit au lecteur quel texte il lit. Une date ancienne n’est pas une faute si la source a la même ; un tiers des fiches d’un flux récent ont plus d’un an.',
  'sheet-duplicates':
    'Deux pages sur la même démarche finissent par dire deux choses. La même fiche montrée deux fois le prouve ; des titres faits des mêmes mots le suggèrent.',
  'sheet-endorsement':
    'La licence permet de republier une fiche, non de parler au nom de son auteur : ni le logo de Service-Public ni une phrase ne doivent laisser croire que la DILA cautionne la page. Seule une personne dit ce qu’un lecteur est amené à croire.',
  'sheet-exists':
    'Des fiches sont retirées et remplacées : une page qui montre encore un numéro retiré, ou y mène, informe de ce qui n’est plus. Les ressources (R) n’ont pas toujours de fichier et ne sont pas cherchées.',
  'sheet-forms':
    'Un formulaire périmé est refusé au guichet, après le trajet. Son numéro et sa version sont comparés à ceux de la fiche que la page montre ou vers laquelle elle mène ; ceux des notices et annexes sont autres. Le formulaire d’aucune fiche est laissé à une personne.',
  'sheet-guide':
    'Côte à côte, les pages qui suivent une fiche nationale et ce qu’elle dit : pour décider si elle est republiée et non recopiée, et si la page la contredit.',
  'sheet-links':
    'Les liens vers Service-Public mènent à la fiche qu’ils nomment. Les deux noms du site conviennent ; l’ancien redirige une fois. Là où rien n’a été demandé, seul ce que l’adresse prouve est dit.',
  'sheet-local':
    'Une fiche nationale renvoie à « la préfecture » : la page dit laquelle, où et quand. Une démarche qui ne se fait qu’en ligne n’a pas de guichet à donner : une personne décide.',
  'sheet-services':
    'Un lien vers une démarche en ligne mène au téléservice de l’État, qui répond. Un hôte que la configuration ne nomme pas peut être celui d’une commune : seul celui qui porte le nom d’un acte de l’État est dit fautif.',
  'sheet-text':
    'Le texte national est republié tel quel : l’article L322-1 du CRPA interdit d’en altérer la lettre ou le sens. Un site peut laisser des parties et ajouter les siennes, à part. Une page d’une autre date a un autre texte, et c’est sa date qui est en cause.',
  'sheet-view':
    'Une fiche se lit comme sur Service-Public : ni balise brute, ni valeur manquante, ni numéro à la place d’un titre. Là où un script la montre, il fait son travail, et qui n’en a pas trouve un chemin vers Service-Public. Les signes qu’un texte peut porter à bon droit, comme « < 18 ans » ou « Montant (€) », ne comptent pas.',
  'sheet-warning':
    'Un avis au-dessus d’une fiche dit que la loi vient de changer ou va changer : sans lui, la suite se lit comme encore vraie. La date de la fiche ne suit pas celle de son avis.',
  'single-key-shortcut':
    'Une lettre tapée par erreur, ou entendue par une commande vocale, ne doit rien déclencher.',
  'site-search':
    'Une personne voit si la recherche trouve : l’audit écrit les adresses à ouvrir, et n’envoie rien.',
  'sitemap-page':
    'Qui ne voit pas le menu en entier lit le plan du site : il nomme chaque rubrique, ses liens marchent, et chaque page y mène du même endroit.',
  'skip-links':
    'Qui avance au clavier ne doit pas traverser tout le menu à chaque page : un lien vers le contenu vient d’abord, se montre quand il est atteint, et déplace le clavier.',
  'small-screen-names':
    'Le bouton du menu ne se montre souvent que sur un petit écran : il lui faut un nom comme aux autres.',
  'social-accounts':
    'Les comptes officiels s’atteignent depuis l’accueil ; un compte que la configuration ne connaît pas est peut-être fermé.',
  'state-address':
    'On reconnaît un site de l’État à son adresse (circulaire 6411-SG du 7 juillet 2023), et ce qu’on lui envoie n’est lu par personne d’autre. Un certificat qui ne tient pas arrête l’audit à la première demande : des pages lues en https le prouvent bon.',
  'state-brand':
    'L’État signe ses pages en tête et au pied (circulaire 6411-SG du 7 juillet 2023, système de design de l’État). Le code dit si la marque est là et qui elle nomme ; une personne voit comment elle est dessinée.',
  statement:
    'La déclaration que la loi demande : elle est là, entière, datée, d’accord avec elle-même et avec la mention de chaque page, et chaque page y mène. Les mots sont des indices : ce qui ne se lit pas est à regarder par une personne.',
  'statement-mention':
    'La loi demande « Accessibilité : non, partiellement ou totalement conforme » sur la page d’accueil, et un chemin vers la déclaration depuis chaque page : le pied du site fait les deux.',
  'statement-review':
    'La déclaration partie par partie, avec les mots qui montrent chacune : une personne dit s’ils en disent assez.',
  'status-message':
    'Un message qui s’affiche sans recevoir le curseur doit être annoncé à qui ne le voit pas venir.',
  'survey-link':
    'On peut répondre depuis le site à une enquête en cours. Qu’il y en ait une n’est pas à l’audit de le dire.',
  'tab-order': 'La touche Tab doit parcourir la page dans l’ordre de lecture.',
  'table-caption': 'Le titre d’un tableau s’entend avant lui, et permet de le passer.',
  'table-headers':
    'Lu case par case, un chiffre ne veut rien dire sans l’en-tête de sa ligne et de sa colonne.',
  'text-direction':
    'L’arabe et l’hébreu se lisent de droite à gauche : signes et chiffres se mêlent si le code ne le dit pas.',
  'text-image-inventory':
    'Qui agrandit le texte ou en change les couleurs ne peut rien faire de mots qui sont une image.',
  'text-spacing':
    'Qui a besoin de plus d’espace entre les lettres, les mots et les lignes ne doit rien perdre du texte.',
  'text-zoom-200': 'Le texte doit se lire à deux fois sa taille.',
  'timed-refresh': 'Qui lit lentement ne doit être ni emmené ailleurs ni interrompu par une minuterie.',
  'title-consistency':
    'Chaque page a son titre, avec le nom du site : parmi vingt onglets, ou dans la liste d’un lecteur d’écran, c’est tout ce que l’on entend.',
  'title-quality': 'Le titre s’entend en premier : il doit dire de quoi traite la page.',
  trackers:
    'Ce que les pages ont laissé sur l’appareil et demandé à d’autres avant tout accord. Le navigateur de l’audit est sans réseau : ce qu’auraient laissé les scripts d’autres sites n’est pas connu, et n’avoir rien trouvé ne veut jamais dire qu’il n’y a rien.',
  'two-navigation-systems':
    'Certaines personnes ne se repèrent jamais dans un menu : chaque page donne deux des trois moyens, menu, recherche et plan du site. Une page sans le menu du site est peut-être une autre application : une personne dit si elle en fait partie.',
  'update-date':
    'On doit pouvoir savoir si une démarche est à jour. La date est celle qui est écrite sous le titre : celle qu’annonce le serveur est renouvelée par son cache et ne dit rien du texte.',
};
