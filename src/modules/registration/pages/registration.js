// Sends the token, which only this page sees because it stands behind the #, when the person says so: programs that scan
// mails open links, too.
const TEXTS = {
  en: {
    title: 'Confirm e-mail address',
    question: 'Please confirm that the e-mail address of your registration is yours.',
    submit: 'Confirm',
    done: 'Thank you, your e-mail address is confirmed. We check your request and get back to you.',
    failed: 'The portal cannot be reached. Please try again.',
  },
  de: {
    title: 'E-Mail-Adresse bestätigen',
    question: 'Bitte bestätigen Sie, dass die E-Mail-Adresse Ihrer Registrierung Ihre ist.',
    submit: 'Bestätigen',
    done: 'Vielen Dank, Ihre E-Mail-Adresse ist bestätigt. Wir prüfen Ihre Anfrage und melden uns bei Ihnen.',
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
  void confirmAddress();
});

async function confirmAddress() {
  try {
    const answer = await fetch('/api/v1/public/registrations/confirmations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ token }),
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
