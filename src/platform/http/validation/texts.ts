import type { Texts } from '../../errors';

interface ConstraintMessage {
  readonly code: string;
  readonly texts: Texts;
}

const TYPE: ConstraintMessage = {
  code: 'type',
  texts: { de: 'Dieser Wert hat nicht den erwarteten Typ.', en: 'This value is not of the expected type.' },
};

/** What a reader is told, by the name of the class-validator constraint. */
const CONSTRAINT_MESSAGES: Readonly<Record<string, ConstraintMessage>> = {
  isString: TYPE,
  isBoolean: TYPE,
  isObject: TYPE,
  isArray: TYPE,
  nestedValidation: TYPE,
  isInt: {
    code: 'integer',
    texts: { de: 'Bitte geben Sie eine ganze Zahl an.', en: 'Please give a whole number.' },
  },
  isNumber: {
    code: 'number',
    texts: {
      de: 'Bitte geben Sie eine Zahl mit höchstens {decimals} Nachkommastellen an.',
      en: 'Please give a number with at most {decimals} decimal places.',
    },
  },
  min: {
    code: 'too-small',
    texts: { de: 'Der Wert muss mindestens {min} sein.', en: 'The value must be at least {min}.' },
  },
  max: {
    code: 'too-large',
    texts: { de: 'Der Wert darf höchstens {max} sein.', en: 'The value must be at most {max}.' },
  },
  isLength: {
    code: 'length',
    texts: {
      de: 'Bitte geben Sie {min} bis {max} Zeichen an.',
      en: 'Please give {min} to {max} characters.',
    },
  },
  matches: {
    code: 'characters',
    texts: {
      de: 'Der Text enthält Zeichen, die hier nicht erlaubt sind.',
      en: 'The text contains characters that are not allowed here.',
    },
  },
  isVisible: {
    code: 'invisible',
    texts: {
      de: 'Der Text enthält unsichtbare Zeichen, zum Beispiel solche, die die Schreibrichtung ändern. Bitte tippen Sie ihn ein, statt ihn zu kopieren.',
      en: 'The text contains invisible characters, for example such as change the direction of writing. Please type it instead of copying it.',
    },
  },
  isEmail: {
    code: 'email',
    texts: {
      de: 'Bitte geben Sie eine gültige E-Mail-Adresse an.',
      en: 'Please give a valid e-mail address.',
    },
  },
  isUrl: {
    code: 'url',
    texts: {
      de: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
      en: 'Please give a complete address that starts with https://.',
    },
  },
  timeZone: {
    code: 'time-zone',
    texts: {
      de: 'Bitte geben Sie eine Zeitzone an, zum Beispiel Europe/Berlin.',
      en: 'Please give a time zone, for example Europe/Berlin.',
    },
  },
  baseAddress: {
    code: 'base-address',
    texts: {
      de: 'Bitte geben Sie eine Adresse ohne Anmeldedaten, Abfrage (?) und Sprungmarke (#) an.',
      en: 'Please give an address without login, query (?) and fragment (#).',
    },
  },
  day: {
    code: 'day',
    texts: {
      de: 'Bitte geben Sie einen Tag an, zum Beispiel 2026-12-31.',
      en: 'Please give a day, for example 2026-12-31.',
    },
  },
  isUuid: {
    code: 'id',
    texts: { de: 'Bitte geben Sie eine gültige ID an.', en: 'Please give a valid id.' },
  },
  isIn: {
    code: 'choice',
    texts: { de: 'Erlaubt sind: {values}.', en: 'Allowed are: {values}.' },
  },
  arrayMinSize: {
    code: 'too-few',
    texts: { de: 'Bitte geben Sie mehr Einträge an.', en: 'Please give more entries.' },
  },
  arrayMaxSize: {
    code: 'too-many',
    texts: { de: 'Das sind zu viele Einträge.', en: 'These are too many entries.' },
  },
  whitelistValidation: {
    code: 'unknown-field',
    texts: { de: 'Dieses Feld gibt es nicht.', en: 'There is no such field.' },
  },
  required: {
    code: 'required',
    texts: { de: 'Diese Angabe fehlt.', en: 'This is missing.' },
  },
  repeated: {
    code: 'repeated',
    texts: {
      de: 'Dieser Parameter darf nur einmal vorkommen.',
      en: 'This parameter may be given only once.',
    },
  },
};

const UNKNOWN: ConstraintMessage = {
  code: 'invalid',
  texts: { de: 'Dieser Wert ist ungültig.', en: 'This value is invalid.' },
};

export function validationMessage(constraint: string): ConstraintMessage {
  return CONSTRAINT_MESSAGES[constraint] ?? UNKNOWN;
}
