const LEGAL_FORMS = new Set(
  `gmbh mbh ag kg kgaa ohg gbr ug haftungsbeschränkt haftungsbeschraenkt co eg ev ek ek. e. v. k. se partg partgmbb mbb
   ltd limited inc llc plc corp sarl sàrl sa bv nv und and firma fa`.split(/\s+/),
);

/**
 * What of a company's name tells it from others. The search demands every word, and hardly anybody types the legal form
 * as it stands in the customer's record.
 */
export function companyWords(company: string): string {
  const words = company
    .replace(/\b(e\.\s*(?:v|k|g)\.?|m\.\s*b\.\s*h\.?|a\.\s*g\.?)(?=\s|$)/gi, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !LEGAL_FORMS.has(word.toLowerCase()));
  return words.length > 0 ? words.join(' ') : company;
}
