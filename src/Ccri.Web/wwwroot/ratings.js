// A paper form is typed in with one key for each rating: 0 to 5 chooses and goes on to the next question, "-" leaves it open.
// Without this file the radio buttons work as they are, with the arrow keys.
const groups = () => [...document.querySelectorAll('[data-ratings] .segments')];

for (const hint of document.querySelectorAll('[data-keys]')) hint.hidden = false;

document.addEventListener('keydown', event => {
  const group = event.target.closest('[data-ratings] .segments');
  if (!group || event.ctrlKey || event.altKey || event.metaKey) return;
  const value = ['-', 'Backspace', 'Delete'].includes(event.key) ? '' : event.key;
  const answer = [...group.querySelectorAll('input')].find(input => input.value === value);
  if (!answer) return;
  event.preventDefault();
  answer.checked = true;
  answer.dispatchEvent(new Event('input', { bubbles: true })); // the draft is kept as if it had been clicked
  const all = groups(), next = all[all.indexOf(group) + 1];
  (next ? next.querySelector('input:checked') ?? next.querySelector('input') : answer).focus();
});
