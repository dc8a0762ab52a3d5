// What is typed into a long form is kept on the server two seconds later. Until the server has said so it is kept on this
// device, under the person and the address of the form: nothing is lost with the connection or with the sign-in. It is sent
// again when the server answers, and the form then offers it as any other draft. Without this file "Save draft" keeps it.
(() => {
  const { person, address } = document.currentScript.dataset;
  const own = `draft:${person}:`, patience = 2000, again = 10_000, oldest = 30 * 24 * 3_600_000;
  const lines = [...document.querySelectorAll('[data-kept]')];
  let timer;

  const isKept = ([name, value]) => typeof value === 'string' && /^(Input\.|Was\.|__once$|__form$)/.test(name) && !/password/i.test(name);
  const fieldsOf = form => [...new FormData(form)].filter(isKept);
  const typedOf = fields => JSON.stringify(fields.filter(([name]) => name.startsWith('Input.')));
  const keyOf = form => own + form.elements.__form.value;
  const keys = () => Object.keys(localStorage).filter(key => key.startsWith(own));
  const say = (key, words) => { for (const line of lines) if (keyOf(line.closest('form')) === key) line.textContent = words; };

  function keep(form) {
    try {
      localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }));
    } catch { /* no room, or a browser that keeps nothing: the server still does */ }
  }

  // Answers what the server said: when it was kept, or nothing for a form that is saved already.
  async function send(key) {
    const kept = localStorage.getItem(key);
    if (kept === null) return null;
    try {
      const body = new URLSearchParams(JSON.parse(kept).fields);
      body.set('__RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '');
      const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' }); // a redirect leads to the sign-in
      if (!answer.ok) throw new Error(`${answer.status}`);
      const said = await answer.text();
      if (localStorage.getItem(key) === kept) localStorage.removeItem(key);
      say(key, said);
      return said;
    } catch {
      say(key, 'Not sent yet: kept on this device');
      return null;
    }
  }

  // The form shows something else than what was typed here earlier: it offers that as any other draft, without taking away what is being typed now.
  async function offer(form, key) {
    const { fields } = JSON.parse(localStorage.getItem(key));
    if (typedOf(fields) === typedOf(fieldsOf(form))) return localStorage.removeItem(key);
    if (!await send(key)) return;
    const shown = new DOMParser().parseFromString(await (await fetch(form.elements.__form.value)).text(), 'text/html');
    document.querySelector('form.note')?.remove();
    form.before(shown.querySelector('form.note') ?? '');
  }

  const sendAll = () => Promise.all(keys().map(send));

  for (const key of keys()) {
    const line = lines.find(l => keyOf(l.closest('form')) === key);
    if (Date.now() - JSON.parse(localStorage.getItem(key)).at > oldest) localStorage.removeItem(key);
    else if (line?.dataset.kept === 'fresh') offer(line.closest('form'), key);
    else send(key);
  }
  for (const form of new Set(lines.map(line => line.closest('form')))) {
    form.addEventListener('input', () => {
      keep(form);
      clearTimeout(timer);
      timer = setTimeout(() => send(keyOf(form)), patience);
    });
  }
  addEventListener('online', sendAll);
  setInterval(sendAll, again);
})();
