// Opens a dialog in a closed shadow root at Ctrl+Enter, and adds a line to what is copied.
addEventListener('keydown', (event) => {
  if (!event.ctrlKey || event.key !== 'Enter') return;
  const host = document.createElement('sic-dialog');
  const root = host.attachShadow({ mode: 'closed' });
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Fixture');
  const field = document.createElement('input');
  const button = document.createElement('button');
  button.textContent = 'Send';
  const said = document.createElement('p');
  button.addEventListener('click', (click) => {
    said.textContent = `${click.isTrusted ? 'trusted' : 'not trusted'}: ${field.value}`;
    said.className = 'said';
    field.remove();
  });
  said.textContent = String(getSelection());
  dialog.append(field, button, said);
  root.append(dialog);
  document.documentElement.append(host);
  dialog.showModal();
});

addEventListener('copy', (event) => {
  const text = String(getSelection());
  event.clipboardData.setData('text/plain', `${text} (source)`);
  event.clipboardData.setData('text/html', `${text} <a href="https://sic.example/">source</a>`);
  event.preventDefault();
});
