/** Switching the single keys off. */
export const keysSetting = {
  title: 'Tastenkürzel',
  label: 'Einzelne Tasten als Kürzel benutzen',
  text: 'Zum Beispiel j und k im Postkorb; mit ? sehen Sie überall, welche es gibt.',
};
