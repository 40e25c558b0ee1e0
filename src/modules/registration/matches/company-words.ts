const MAX_SEARCHES = 3;
const LEGAL_FORMS = new Set(
  `gmbh mbh ag kg kgaa ohg gbr ug haftungsbeschränkt haftungsbeschraenkt co eg ev ek se partg partgmbb mbb
   ltd limited inc llc plc corp sarl sàrl sa bv nv und and firma fa`.split(/\s+/),
);

/**
 * What to search for, until something is found: the words that tell a company from others, because the search demands
 * every word and hardly anybody types the legal form as it stands in the customer's record; then fewer of them, because
 * what is added to a name stands at its end. Two words at least: the first alone may be "Autohaus".
 */
export function companySearches(company: string): string[] {
  const words = companyWords(company);
  const shorter = words.map((_, dropped) => words.slice(0, words.length - dropped));
  const searches = shorter.filter((some, dropped) => dropped === 0 || some.length > 1).slice(0, MAX_SEARCHES);
  return words.length > 0 ? searches.map((some) => some.join(' ')) : [company];
}

function companyWords(company: string): string[] {
  return company
    .replace(/\b(?:e\.\s*[vkg]\.?|m\.\s*b\.\s*h\.?|a\.\s*g\.?)(?=\s|$)/gi, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !LEGAL_FORMS.has(word.toLowerCase()));
}
