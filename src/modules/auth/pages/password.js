// Sends the token, which only this page sees because it stands behind the #, together with the new password.
const TEXTS = {
  en: {
    title: 'Set password',
    password: 'New password (at least 12 characters)',
    repeat: 'Repeat the password',
    submit: 'Save',
    different: 'The two passwords differ.',
    done: 'Your password has been saved. You can log in now.',
    failed: 'The portal cannot be reached. Please try again.',
  },
  de: {
    title: 'Passwort festlegen',
    password: 'Neues Passwort (mindestens 12 Zeichen)',
    repeat: 'Passwort wiederholen',
    submit: 'Speichern',
    different: 'Die beiden Passwörter sind verschieden.',
    done: 'Ihr Passwort ist gespeichert. Sie können sich jetzt anmelden.',
    failed: 'Das Portal ist nicht erreichbar. Bitte versuchen Sie es erneut.',
  },
};

const language = navigator.language.startsWith('de') ? 'de' : 'en';
const texts = TEXTS[language];
const form = document.getElementById('form');
const message = document.getElementById('message');
// Without one, e.g. behind a link that was cut off, the answer is that of any link that is no good.
const token = new URLSearchParams(location.hash.slice(1)).get('token') || 'missing';

document.documentElement.lang = language;
document.title = texts.title;
for (const element of document.querySelectorAll('[data-text]'))
  element.textContent = texts[element.dataset.text];

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { password, repeat } = form.elements;
  if (password.value === repeat.value) void save(password.value);
  else message.textContent = texts.different;
});

async function save(newPassword) {
  try {
    const answer = await fetch('/api/v1/auth/password-resets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ token, newPassword }),
    });
    if (answer.ok) {
      form.hidden = true;
      message.textContent = texts.done;
    } else {
      const problem = await answer.json();
      message.textContent = problem.errors?.[0]?.detail ?? problem.detail;
    }
  } catch {
    message.textContent = texts.failed;
  }
}
