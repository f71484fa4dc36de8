import { isObject, type Json, type JsonObject } from './json';

// A text of a survey is a string, or {default, fa, ar, …}: what stands under "default" is in the survey's own language.

/** The language of the plain strings: the survey's own, else English. */
export function ownLanguage(survey: JsonObject): string {
  return typeof survey['locale'] === 'string' && survey['locale'] !== '' ? survey['locale'] : 'en';
}

/** What is written in a language; empty where nothing is. */
export function textIn(value: Json | undefined, language: string, own: string): string {
  if (typeof value === 'string') return language === own ? value : '';
  if (!isObject(value)) return language === own && typeof value === 'number' ? String(value) : '';
  const text = value[language] ?? (language === own ? value['default'] : undefined);
  return typeof text === 'string' ? text : '';
}

/** The text in a language, or in whichever it is written. */
export function anyText(value: Json | undefined, language: string, own: string): string {
  const text = textIn(value, language, own) || textIn(value, own, own);
  if (text !== '' || !isObject(value)) return text;
  return Object.values(value).find((t): t is string => typeof t === 'string' && t !== '') ?? '';
}

/** The value with another text in one language; undefined where no text is left. One text alone is a plain string. */
export function withText(value: Json | undefined, language: string, own: string, text: string): Json | undefined {
  const texts: JsonObject = isObject(value) ? { ...value } : typeof value === 'string' && value !== '' ? { default: value } : {};
  const key = language === own && !(language in texts) ? 'default' : language;
  if (text === '') delete texts[key];
  else texts[key] = text;
  const keys = Object.keys(texts);
  if (keys.length === 0) return undefined;
  return keys.length === 1 && keys[0] === 'default' ? texts['default'] : texts;
}

const textMembers = new Set([
  'title', 'description', 'text', 'html', 'placeholder', 'minRateDescription', 'maxRateDescription', 'requiredErrorText', 'completedHtml',
  'otherText', 'noneText', 'labelTrue', 'labelFalse', 'commentText',
]);

/** The languages in which anything of the survey is written, its own first. */
export function languagesOf(survey: JsonObject): string[] {
  const own = ownLanguage(survey);
  const found = new Set([own]);
  const walk = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (textMembers.has(name) && isObject(inner)) {
          for (const key of Object.keys(inner)) if (key !== 'default' && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(key)) found.add(key);
        } else walk(inner);
      }
    }
  };
  walk(survey);
  return [...found];
}
