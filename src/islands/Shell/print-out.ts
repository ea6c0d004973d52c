/** Prints these parts and nothing else of the page. */
export function printOut(...parts: Node[]): void {
  const sheet = document.createElement('div');
  sheet.className = 'printout flow';
  sheet.append(...parts);
  document.body.append(sheet);
  document.body.dataset['printing'] = '';
  print();
  delete document.body.dataset['printing'];
  sheet.remove();
}
